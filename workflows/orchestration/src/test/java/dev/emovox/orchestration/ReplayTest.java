package dev.emovox.orchestration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.StageStatus;
import io.temporal.testing.WorkflowReplayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs that are under way when a worker is updated go on with the new code, so the new code must
 * make the same decisions. The histories come from a run on a real server, as {@code temporal
 * workflow show --output json} prints them; workers are made anonymous.
 */
class ReplayTest {
  private static final String RETRAINING = "histories/retraining.json";

  @ParameterizedTest
  @CsvSource({
    RETRAINING + ", dev.emovox.orchestration.RetrainingWorkflow",
    "histories/feature-extraction.json, dev.emovox.orchestration.FeatureExtractionWorkflow",
    "histories/baseline-training.json, dev.emovox.orchestration.BaselineTrainingWorkflow",
  })
  void recordedHistoriesReplay(String history, Class<?> workflow) {
    assertThatCode(() -> WorkflowReplayer.replayWorkflowExecutionFromResource(history, workflow))
        .doesNotThrowAnyException();
  }

  @Test
  void aChangedWorkflowIsCaught() {
    assertThatThrownBy(
            () ->
                WorkflowReplayer.replayWorkflowExecutionFromResource(RETRAINING, TracksLast.class))
        .hasMessageContaining("eterminis");
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
