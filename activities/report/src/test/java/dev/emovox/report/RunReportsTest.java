package dev.emovox.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.SplitPart;
import dev.emovox.evaluation.McNemar;
import dev.emovox.records.RunRecord;
import dev.emovox.report.data.ConfusedClip;
import dev.emovox.report.data.ModelResult;
import dev.emovox.report.data.PairedComparison;
import dev.emovox.report.data.RunReport;
import dev.emovox.report.testing.SmallNetwork;
import dev.emovox.report.testing.SmallRun;
import dev.emovox.settings.SnakeCaseJson;
import org.junit.jupiter.api.Test;

class RunReportsTest {
  private final SmallRun run = new SmallRun();

  private RunReport report(RunRecord record) {
    return run.artifacts().reports().collect(record);
  }

  @Test
  void hasTheScoresOfTheRun() {
    RunReport report = report(run.ended());

    assertThat(report.models())
        .extracting(ModelResult::name)
        .containsExactly("regression", "forest");
    ModelResult forest = report.models().get(1);
    assertThat(forest.overall().accuracy().value()).isEqualTo(10 / 12.0);
    assertThat(forest.confusion()).hasToString("[[5, 1], [1, 5]]");
    assertThat(forest.calibration().clips()).isEqualTo(12);
    assertThat(forest.kind()).isEqualTo("random-forest");
    assertThat(forest.registered()).isTrue();
    assertThat(report.models().get(0).registered()).isFalse();
  }

  @Test
  void comparesTheModelsOnTheSameClips() {
    assertThat(report(run.ended()).comparisons())
        .singleElement()
        .satisfies(
            pair -> {
              assertThat(pair.first()).isEqualTo("forest");
              assertThat(pair.second()).isEqualTo("regression");
              assertThat(pair.test()).isEqualTo(McNemar.exact(3, 0));
              assertThat(pair.differences().accuracy().value()).isCloseTo(3 / 12.0, within(1e-12));
            })
        .extracting(PairedComparison::adjustedPValue)
        .isEqualTo(McNemar.exact(3, 0).pValue());
  }

  @Test
  void findsTheClipsThatTheModelChosenByValidationIsMostWrongAbout() {
    assertThat(report(run.ended()).confusedClips())
        .extracting(ConfusedClip::id)
        .containsExactly(run.id(1), run.id(0));
    assertThat(report(run.ended()).confusedClips())
        .allSatisfy(
            clip -> {
              assertThat(clip.model()).isEqualTo("forest");
              assertThat(clip.audio().seconds()).isEqualTo(1.5);
            });
  }

  @Test
  void countsPartsAndSharedSpeakers() {
    RunReport report = report(run.ended());

    assertThat(report.splits())
        .singleElement()
        .satisfies(
            split -> {
              assertThat(split.clips())
                  .containsEntry(SplitPart.TEST, 12)
                  .containsEntry(SplitPart.VALIDATION, 4)
                  .containsEntry(SplitPart.TRAIN, 8);
              assertThat(split.testSpeakers()).isEqualTo(2);
              assertThat(split.knownTestSpeakers()).isEqualTo(2);
            });
    assertThat(report.warnings())
        .anySatisfy(text -> assertThat(text).contains("2 of 2 test speakers", "unseen speakers"))
        .anySatisfy(text -> assertThat(text).contains("12 clips", "intervals are wide"))
        .contains("tess is not complete.");
  }

  @Test
  void saysInSentencesWhatTheNumbersSay() {
    assertThat(report(run.ended()).summary())
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("the best of 2 models is forest", "83.3 %", "12 test clips"))
        .anySatisfy(text -> assertThat(text).contains("regression", "25.0 points", "too few"))
        .anySatisfy(text -> assertThat(text).contains("version 3 of emovox"));
    assertThat(report(run.ended()).protocol())
        .extracting(step -> step.title())
        .containsExactly("Speech", "Splits", "Features", "Baselines", "Choice and test");
  }

  @Test
  void goesOnWithoutWhatIsGoneAndSaysSo() {
    RunRecord record = run.ended();
    run.artifacts().lose(report(record).models().get(1).predictions());

    RunReport report = report(record);

    assertThat(report.models().get(1).calibration()).isNull();
    assertThat(report.comparisons()).isEmpty();
    assertThat(report.warnings()).anySatisfy(text -> assertThat(text).contains("is gone"));
    assertThat(run.artifacts().reports().page(report, true)).contains("is gone");
  }

  @Test
  void aStoreThatIsAwayIsNoReportWithHoles() {
    ServerUnavailableException away = new ServerUnavailableException("S3 is away.", null);
    RunReports reports =
        new RunReports(
            artifact -> {
              throw away;
            },
            clip -> {
              throw away;
            });
    assertThatThrownBy(() -> reports.collect(run.ended())).isSameAs(away);
  }

  @Test
  void tellsOfRunsThatFailedOrGoOn() {
    RunReport failed = report(run.failed());
    assertThat(failed.warnings()).anySatisfy(text -> assertThat(text).contains("The run failed"));
    assertThat(failed.summary()).containsExactly("No model was tested.");
    assertThat(run.artifacts().reports().page(failed, true)).contains("The folder /data is gone.");

    RunReport running = report(run.running());
    assertThat(running.warnings()).anySatisfy(text -> assertThat(text).contains("has not ended"));
    assertThat(run.artifacts().reports().page(running, true)).contains("small");
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    run.network(SmallNetwork.status());
    RunReport one = report(run.ended());
    RunReport other = report(run.ended());
    SnakeCaseJson json = new SnakeCaseJson();

    assertThat(json.write(one)).isEqualTo(json.write(other));
    assertThat(run.artifacts().reports().page(one, true))
        .isEqualTo(run.artifacts().reports().page(other, true));
  }

  @Test
  void keysAreInSnakeCase() {
    assertThat(new SnakeCaseJson().text(report(run.ended())))
        .contains(
            "\"expected_calibration_error\"",
            "\"only_first\" : 3",
            "\"p_value\"",
            "\"adjusted_p_value\"",
            "\"probability_of_label\"");
  }
}
