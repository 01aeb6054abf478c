package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.AugmentedTraining;
import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.FeatureSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs whose forest is fitted on copies of the training clips too. */
class AugmentationFlowTest {
  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  private static ExperimentPlan plan(String runId) {
    return Plans.withAugmentation(Plans.twoByTwo(runId), Plans.noise());
  }

  @Test
  void copiesAreMadeForEachSplitInShardsAndMerged() {
    RunStatus status = flow.start(plan("copies-1")).getResult(RunStatus.class);

    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(flow.augmentation.augmented)
        .extracting(AugmentationRange::firstRow, AugmentationRange::endRow)
        .containsExactlyInAnyOrder(
            tuple(0, 10),
            tuple(10, 20),
            tuple(20, 30),
            tuple(30, 35),
            tuple(0, 10),
            tuple(10, 20),
            tuple(20, 30),
            tuple(30, 35));
    assertThat(flow.augmentation.augmented).extracting(AugmentationRange::split).hasSize(8);
    assertThat(flow.augmentation.merges).hasSize(2);
    StageStatus stage = stage(status, "augment noise on random");
    assertThat(stage.state()).isEqualTo(RunState.DONE);
    assertThat(stage.unit()).isEqualTo("copies");
    assertThat(stage.total()).isEqualTo(50);
    assertThat(stage(status, "features paper of noise on random").done()).isEqualTo(35);
  }

  @Test
  void onlyTheModelThatAsksIsFittedOnCopies() {
    flow.start(plan("copies-2")).getResult(RunStatus.class);

    assertThat(flow.tracking.trainings)
        .hasSize(4)
        .allSatisfy(
            training -> {
              if (training.settings().name().equals(Plans.FOREST)) {
                assertThat(training.augmented()).contains(expected(training));
              } else {
                assertThat(training.augmented()).isEmpty();
              }
            });
  }

  private AugmentedTraining expected(BaselineTrainingRequest training) {
    AugmentationRange all =
        new AugmentationRange(
            training.manifest(), training.split(), Plans.noise(), training.seed(), 0, 35);
    var set = FakeArtifacts.made(all, AugmentationOutcome.SET).output(AugmentationOutcome.SET);
    FeatureRange features =
        new FeatureRange(set, FeatureSettings.paper(), 0, FakeAugmentation.copies(all));
    return new AugmentedTraining(set, FakeArtifacts.made(features, "features").output("features"));
  }

  @Test
  void aFoundSetSparesTheShards() {
    flow.augmentation.setExists = true;

    RunStatus status = flow.start(plan("copies-3")).getResult(RunStatus.class);

    assertThat(flow.augmentation.augmented).isEmpty();
    assertThat(stage(status, "augment noise on speaker").cache()).isEqualTo(CacheUse.HIT);
  }

  @Test
  void aSetWithoutAnyCopyFailsTheRun() {
    flow.augmentation.nothingCanBeMade = true;

    assertThatThrownBy(() -> flow.start(plan("copies-4")).getResult(RunStatus.class))
        .hasStackTraceContaining("made no copy of any clip; 35 could not be made");
    assertThat(flow.tracking.closed).extracting(RunStatus::state).containsExactly(RunState.FAILED);
  }

  private static StageStatus stage(RunStatus status, String name) {
    return status.stages().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
