package dev.emovox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.domain.FeatureSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRecordsTest {

  @Test
  void everyFeatureSetIsNamedWithTheDigestOfItsRecord() {
    FeatureSettings paper = FeatureSettings.paper();

    assertThat(RunRecords.params(plan(List.of(paper))))
        .containsEntry("features", "paper")
        .containsKey("preprocessing");
    assertThat(RunRecords.params(plan(List.of(paper, FeatureSettings.paperSevenVersions()))))
        .containsEntry("features", "paper, paper-seven-versions")
        .containsKeys("preprocessing paper", "preprocessing paper-seven-versions")
        .doesNotContainKey("preprocessing");
    assertThat(RunRecords.params(plan(List.of()))).doesNotContainKey("features");
  }

  private static ExperimentPlan plan(List<FeatureSettings> features) {
    return new ExperimentPlan(
        "run",
        "experiment",
        1,
        List.of("/speech"),
        List.of(),
        List.of(SmallModel.RANDOM),
        features,
        100,
        List.of(),
        List.of(),
        new RegistrationPlan("emovox", "random"),
        "text");
  }

  @Test
  void aFailedRunTellsItsErrorCutToWhatATagHolds() {
    RunStatus status =
        new RunStatus(
            "run",
            "experiment",
            RunState.FAILED,
            "x".repeat(10_000),
            1000,
            2.5,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            null);

    assertThat(RunRecords.closingTags(status))
        .containsEntry("emovox.state", "failed")
        .containsEntry("emovox.seconds", "2.5")
        .hasEntrySatisfying("emovox.error", error -> assertThat(error).hasSizeLessThan(5000))
        .doesNotContainKey("emovox.manifest");
    assertThat(RunRecords.ended(status)).isEqualTo(Instant.ofEpochMilli(3500));
  }
}
