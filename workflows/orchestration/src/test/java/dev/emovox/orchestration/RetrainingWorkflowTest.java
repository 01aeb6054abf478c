package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.emovox.contracts.CacheUse;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.SearchAttributes;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.FeatureSettings;
import io.temporal.client.WorkflowStub;
import java.util.Comparator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetrainingWorkflowTest {
  private final FlowUnderTest flow = new FlowUnderTest();

  @AfterEach
  void close() {
    flow.close();
  }

  @Test
  void runsEveryStageAndRegistersTheBest() {
    flow.baselines.validationByModel.put(Plans.FOREST, 0.8);
    flow.baselines.validationByModel.put(Plans.LOGISTIC, 0.6);

    RunStatus status = flow.start(Plans.twoByTwo("run-1")).getResult(RunStatus.class);

    assertThat(status.state()).isEqualTo(RunState.DONE);
    assertThat(status.error()).isNull();
    assertThat(status.ingestion().clips()).isEqualTo(35);
    assertThat(status.models())
        .extracting(model -> model.split() + " " + model.settings().name())
        .containsExactly("random logistic", "random forest", "speaker logistic", "speaker forest");
    assertThat(status.registered().name()).isEqualTo("emovox");
    assertThat(flow.tracking.registered).hasSize(1);
    assertThat(flow.tracking.registered.get(0).trackedModel().runId()).isEqualTo("random-forest");
    assertThat(flow.tracking.recorded).hasSize(4);
    assertThat(flow.tracking.closed).extracting(RunStatus::state).containsExactly(RunState.DONE);
  }

  @Test
  void statusNamesEveryStageOnceAndEachIsDone() {
    RunStatus status = flow.start(Plans.twoByTwo("run-2")).getResult(RunStatus.class);

    assertThat(status.stages())
        .extracting(StageStatus::name)
        .containsExactlyInAnyOrder(
            "ingestion",
            "split random",
            "split speaker",
            "features",
            "maps",
            "fit logistic on random",
            "evaluate logistic on random",
            "package logistic on random",
            "fit forest on random",
            "evaluate forest on random",
            "package forest on random",
            "fit logistic on speaker",
            "evaluate logistic on speaker",
            "package logistic on speaker",
            "fit forest on speaker",
            "evaluate forest on speaker",
            "package forest on speaker",
            "registration");
    assertThat(status.stages()).extracting(StageStatus::state).containsOnly(RunState.DONE);
    StageStatus features = stage(status, "features");
    assertThat(features.done()).isEqualTo(35);
    assertThat(features.total()).isEqualTo(35);
    assertThat(features.unit()).isEqualTo("clips");
    assertThat(features.cache()).isEqualTo(CacheUse.MISS);
    assertThat(stage(status, "ingestion").done()).isEqualTo(37);
  }

  @Test
  void finishedRunsAnswerTheStatusQueryAndCarrySearchAttributes() {
    WorkflowStub run = flow.start(Plans.twoByTwo("run-3"));
    RunStatus result = run.getResult(RunStatus.class);

    assertThat(run.query("status", RunStatus.class)).isEqualTo(result);
    var attributes = run.describe().getTypedSearchAttributes();
    assertThat(attributes.get(SearchAttributes.EXPERIMENT)).isEqualTo("baselines");
    assertThat(attributes.get(SearchAttributes.STAGE)).isEqualTo("registration");
    assertThat(attributes.get(SearchAttributes.UNWEIGHTED_AVERAGE_RECALL)).isEqualTo(0.5);
  }

  @Test
  void shardsCoverEveryClipOnceAndAreMergedInOrder() {
    flow.start(Plans.twoByTwo("run-4")).getResult(RunStatus.class);

    assertThat(flow.features.extracted)
        .extracting(FeatureRange::firstRow, FeatureRange::endRow)
        .containsExactlyInAnyOrder(tuple(0, 10), tuple(10, 20), tuple(20, 30), tuple(30, 35));
    assertThat(flow.features.merges).hasSize(1);
    assertThat(flow.features.merges.get(0).parts())
        .isEqualTo(
            flow.features.extracted.stream()
                .sorted(Comparator.comparingInt(FeatureRange::firstRow))
                .map(range -> FakeArtifacts.made(range, "features").output("features"))
                .toList());
  }

  @Test
  void everyModelIsFittedOnItsFeatures() {
    ExperimentPlan plan = Plans.withTwoFeatureSets(Plans.twoByTwo("run-7"));

    RunStatus status = flow.start(plan).getResult(RunStatus.class);

    assertThat(status.stages())
        .extracting(StageStatus::name)
        .contains("features paper", "features paper-seven-versions")
        .doesNotContain("features");
    assertThat(stage(status, "features paper-seven-versions").done()).isEqualTo(35);
    assertThat(flow.tracking.trainings)
        .hasSize(4)
        .allSatisfy(
            training -> {
              FeatureSettings set = plan.featuresOf(training.settings());
              FeatureRange all =
                  new FeatureRange(training.manifest(), set, 0, flow.ingestion.clips);
              assertThat(training.preprocessing()).isEqualTo(set);
              assertThat(training.features())
                  .isEqualTo(FakeArtifacts.made(all, "features").output("features"));
            });
  }

  @Test
  void aFoundTableSparesTheShards() {
    flow.features.tableExists = true;

    RunStatus status = flow.start(Plans.twoByTwo("run-5")).getResult(RunStatus.class);

    assertThat(flow.features.extracted).isEmpty();
    assertThat(stage(status, "features").cache()).isEqualTo(CacheUse.HIT);
    assertThat(stage(status, "features").done()).isEqualTo(35);
  }

  @Test
  void aSingleShardNeedsNoMerge() {
    flow.ingestion.clips = 10;

    flow.start(Plans.twoByTwo("run-6")).getResult(RunStatus.class);

    assertThat(flow.features.extracted).hasSize(1);
    assertThat(flow.features.merges).isEmpty();
  }

  private static StageStatus stage(RunStatus status, String name) {
    return status.stages().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
