package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.RunDocument;
import dev.emovox.cli.testing.NetworkStatuses;
import dev.emovox.cli.testing.Statuses;
import dev.emovox.contracts.RunStatus;
import dev.emovox.report.published.PublishedResults;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkTextTest {
  private static final PublishedResults PUBLISHED =
      new PublishedResults(
          "A paper",
          "random",
          Optional.empty(),
          Optional.of(
              new PublishedResults.Comparison(
                  "Table 6. Models",
                  List.of(
                      new PublishedResults.Model("xlsr", 0.8538, 0.8535),
                      new PublishedResults.Model("other", 0.5, 0.4)))),
          Optional.empty(),
          List.of(
              new PublishedResults.Stage(
                  "Table 4. XLSR",
                  "xlsr",
                  "batch-64",
                  1,
                  List.of(new PublishedResults.Epoch(0.6309, 0.8401)))));

  private static String text(RunStatus run, Optional<PublishedResults> published) {
    RunDocument document = RunDocument.of(run, null, published);
    return String.join(
        "\n",
        new RunText(new Style(false))
            .lines(new RunReport(run, document.links(), published, Statuses.STARTED + 10_000)));
  }

  @Test
  void showsWhereTheNetworksOfARunningRunAre() {
    assertThat(text(NetworkStatuses.training(), Optional.empty()))
        .contains(
            """
            Network    xlsr on random: running, wav2vec2, 315 702 664 parameters
                       batch-32: 3 of 3 epochs, epoch 2: chosen by hand: as before; the best unweighted average recall (0.8200) of 3 epochs would have given epoch 3
                       batch-64: 1 of 5 epochs, epoch 2: 30 of 40 clips  75.0 %  2.0 clips/s  5.0 s left, 1 min 05 s to the stage's end
            Network    base on random: running, wav2vec2, 315 702 664 parameters
                       tuning: 0 of 10 epochs
            Network    later on random: waiting
            """);
  }

  @Test
  void showsEveryEpochAndMarksTheSelectedOne() {
    assertThat(text(NetworkStatuses.done(), Optional.empty()))
        .contains(
            """

            xlsr on random, batch-32
               EPOCH  TRAINING LOSS  VALIDATION LOSS  ACCURACY  WEIGHTED F1      UAR        TIME  CLIPS/S
                   1         1.5000           0.4000   60.00 %      59.00 %  55.00 %      cached
            *      2         0.7500           0.2000   80.00 %      79.00 %  75.00 %  4 min 02 s       33
                   3         0.5000           0.1800   82.00 %      81.00 %  77.00 %  4 min 02 s       33
            * Epoch 2: chosen by hand: as before; the best unweighted average recall (0.8200) of 3 epochs would have given epoch 3.

            xlsr on random, batch-64
            """)
        .contains("* Epoch 1: the best accuracy (0.7000) of 2 epochs. The stage was stopped early.")
        .contains("random  xlsr        8  87.5 % [75.0, 100.0]")
        .contains("tess");
  }

  @Test
  void showsPublishedFiguresBeside() {
    assertThat(text(NetworkStatuses.done(), Optional.of(PUBLISHED)))
        .contains(
            """
            Table 4. XLSR
            xlsr on random, batch-64
            """)
        .containsPattern("\\n\\*      1 .* 4 min 02 s +33 +0\\.6309 +84\\.01 % +\\*\\n")
        .containsPattern("\\n       2 .* 4 min 02 s +33\\n")
        .contains(
            """

            Table 6. Models
            MODEL  ACCURACY  WEIGHTED F1  PUBLISHED ACCURACY  PUBLISHED F1
            xlsr    87.50 %      87.50 %             85.38 %       85.35 %
            other         -            -             50.00 %       40.00 %
            Published: A paper
            """);
  }

  @Test
  void publishedFiguresOfAnotherSplitAreNotMixedIn() {
    PublishedResults elsewhere =
        new PublishedResults(
            "A paper",
            "strangers",
            Optional.empty(),
            PUBLISHED.comparison(),
            Optional.empty(),
            PUBLISHED.stages());
    assertThat(text(NetworkStatuses.done(), Optional.of(elsewhere)))
        .doesNotContain("Table 4", "PUBLISHED LOSS")
        .containsPattern("xlsr +- +- +85\\.38 %");
  }
}
