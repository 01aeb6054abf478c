package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.RunDocument;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunStatus;
import dev.emovox.report.published.PublishedResults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunTextTest {

  private static List<String> lines(RunStatus run, boolean colour) {
    return lines(run, Optional.empty(), colour);
  }

  private static List<String> lines(
      RunStatus run, Optional<PublishedResults> published, boolean colour) {
    RunDocument document = RunDocument.of(run, "http://temporal/x", published);
    return new RunText(new Style(colour))
        .lines(new RunReport(run, document.links(), published, Statuses.STARTED + 20_000));
  }

  @Test
  void showsAFinishedRun() {
    assertThat(String.join("\n", lines(Statuses.done(), false)))
        .isEqualTo(
            """
            demo-20260131-142501-9c4e  done in 1 min 13 s
            Speech     8 clips (ravdess 3, tess 5), 1 reject, 2 classes
            Warning    tess has 5 clips, its publisher names 2800.
            Stages     2 of 2 done, 1 verified in the cache

            SPLIT   MODEL          CLIPS             ACCURACY  WEIGHTED F1  MACRO F1                  UAR
            random  random-forest      8  75.0 % [62.5, 87.5]       75.0 %    75.0 %  75.0 % [62.5, 87.5]
                      tess             5  80.0 % [67.5, 92.5]       80.0 %    80.0 %  80.0 % [67.5, 92.5]
            Test part, in brackets 95 % intervals by bootstrap. UAR is the unweighted average recall.

            Registered version 3 of emovox  DIGEST
            MLflow     http://mlflow/run/abc
            Temporal   http://temporal/x
            Manifest   s3://emovox/manifest
            Report     ./emovox report demo-20260131-142501-9c4e"""
                .replace("DIGEST", Statuses.digest("package").toString()));
  }

  @Test
  void showsARunningAndAFailedOne() {
    assertThat(lines(Statuses.running(), false))
        .contains(
            "demo-20260131-142501-9c4e  running for 10 s",
            "           features: running, 50 of 200 clips");
    assertThat(lines(Statuses.failed(), false))
        .contains(
            "demo-20260131-142501-9c4e  failed after 10 s", "Error      The folder /data is gone.");
  }

  @Test
  void coloursOnlyWhereWanted() {
    assertThat(String.join("\n", lines(Statuses.done(), true))).contains("\u001b[");
    assertThat(String.join("\n", lines(Statuses.done(), false))).doesNotContain("\u001b[");
  }
}
