package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuning;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.StageStatus;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowHistoryLoader;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that are under way when a worker is updated go on with the new code, so the new code must
 * make the same decisions. The histories come from runs on a real server, as {@code temporal
 * workflow show --output json} prints them, with anonymous workers; {@link HistoryRecorder} makes
 * those of maps, of schedules, of networks, of several feature sets, of augmentation and of drift.
 */
class ReplayTest {
  private static final String RETRAINING = "histories/retraining.json";
  private static final String FINE_TUNING = "histories/fine-tuning.json";

  @ParameterizedTest
  @CsvSource({
    RETRAINING + ", dev.emovox.orchestration.RetrainingWorkflow",
    "histories/retraining-with-maps.json, dev.emovox.orchestration.RetrainingWorkflow",
    "histories/scheduled-retraining.json, dev.emovox.orchestration.ScheduledRetrainingWorkflow",
    "histories/retraining-with-feature-sets.json, dev.emovox.orchestration.RetrainingWorkflow",
    "histories/retraining-with-augmentation.json, dev.emovox.orchestration.RetrainingWorkflow",
    "histories/augmentation.json, dev.emovox.orchestration.AugmentationWorkflow",
    "histories/retraining-with-network.json, dev.emovox.orchestration.RetrainingWorkflow",
    FINE_TUNING + ", dev.emovox.orchestration.FineTuningWorkflow",
    "histories/fine-tuning-cancelled.json, dev.emovox.orchestration.FineTuningWorkflow",
    "histories/promotion-approved.json, dev.emovox.orchestration.PromotionWorkflow",
    "histories/promotion-timed-out.json, dev.emovox.orchestration.PromotionWorkflow",
    "histories/promotion-refused.json, dev.emovox.orchestration.PromotionWorkflow",
    "histories/promotion-refused-unrecorded.json, dev.emovox.orchestration.PromotionWorkflow",
    "histories/drift-watch.json, dev.emovox.orchestration.DriftWatchWorkflow",
    "histories/feature-extraction.json, dev.emovox.orchestration.FeatureExtractionWorkflow",
    "histories/baseline-training.json, dev.emovox.orchestration.BaselineTrainingWorkflow",
  })
  void recordedHistoriesReplay(String history, Class<?> workflow) {
    assertThatCode(() -> replay(history, workflow)).doesNotThrowAnyException();
  }

  @Test
  void aChangedWorkflowIsCaught() {
    assertThatThrownBy(() -> replay(RETRAINING, TracksLast.class))
        .hasMessageContaining("eterminis");
  }

  @Test
  void aChangedTrainingIsCaught() {
    assertThatThrownBy(() -> replay(FINE_TUNING, OpensFirst.class))
        .hasMessageContaining("eterminis");
  }

  private static void replay(String history, Class<?> workflow) throws Exception {
    try (TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance()) {
      Worker worker = environment.newWorker("replay", Patience.onABusyMachine());
      worker.registerWorkflowImplementationTypes(workflow);
      WorkflowReplayer.replayWorkflowExecution(
          WorkflowHistoryLoader.readHistoryFromResource(history), worker);
    }
  }

  /** Opens the network's run before it prepares, unlike the network that was recorded. */
  public static final class OpensFirst implements FineTuning {
    @Override
    public FineTunedModel train(FineTuningRequest request) {
      Activities.trainingTracking().openNetwork(request);
      Activities.fineTuning().prepare(request);
      return null;
    }
  }

  /** Splits before it opens the tracked run, unlike the run that was recorded. */
  public static final class TracksLast implements Retraining {
    @Override
    public RunStatus run(ExperimentPlan plan) {
      Activities.splits().split(null);
      Activities.tracking().openRun(plan);
      return null;
    }

    @Override
    public RunStatus status() {
      return null;
    }

    @Override
    public void progress(StageProgress progress) {}

    @Override
    public void stage(StageStatus stage) {}

    @Override
    public void networkStarted(NetworkStart start) {}

    @Override
    public void epochEnded(EpochReport epoch) {}

    @Override
    public void networkStageEnded(StageReport stage) {}
  }
}
