package dev.emovox.orchestration;

import dev.emovox.contracts.EpochReport;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.NetworkStart;
import dev.emovox.contracts.Retraining;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageReport;
import dev.emovox.contracts.StageStatus;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;

/**
 * A run: its steps in order, its status for whoever asks, and an orderly end however it ends. When
 * one part fails, the parts that still run are cancelled and the tracked run is closed as failed or
 * killed before the workflow itself fails.
 */
public final class RetrainingWorkflow implements Retraining {
  private final RunBoard board;

  @WorkflowInit
  public RetrainingWorkflow(ExperimentPlan plan) {
    board = new RunBoard(plan);
  }

  @Override
  public RunStatus run(ExperimentPlan plan) {
    RetrainingSteps steps = new RetrainingSteps(plan, board);
    CancellationScope work = Workflow.newCancellationScope(steps::run);
    try {
      work.run();
      return board.status();
    } catch (TemporalFailure failure) {
      work.cancel();
      steps.awaitEnd();
      throw ended(failure);
    }
  }

  @Override
  public RunStatus status() {
    return board.status();
  }

  @Override
  public void progress(StageProgress progress) {
    board.stages().progress(progress);
    board.networks().progress(progress, Workflow.currentTimeMillis());
  }

  @Override
  public void stage(StageStatus stage) {
    board.stages().put(stage);
  }

  @Override
  public void networkStarted(NetworkStart start) {
    board.networks().started(start);
  }

  @Override
  public void epochEnded(EpochReport epoch) {
    board.networks().epochEnded(epoch);
  }

  @Override
  public void networkStageEnded(StageReport stage) {
    board.networks().stageEnded(stage);
  }

  private TemporalFailure ended(TemporalFailure failure) {
    boolean cancelled = Failures.isCancellation(failure);
    if (cancelled) {
      close(board.ended(RunState.CANCELLED, null));
      return new CanceledFailure("The run was cancelled.");
    }
    close(board.ended(RunState.FAILED, Failures.message(failure)));
    return Failures.ofRun(failure);
  }

  /**
   * Tells the tracking server, even when all else is cancelled; if that fails, the run's own end
   * counts.
   */
  private void close(RunStatus status) {
    if (board.trackedRun() == null) {
      return;
    }
    try {
      Workflow.newDetachedCancellationScope(
              () -> Activities.closing().closeRun(board.trackedRun(), status))
          .run();
    } catch (ActivityFailure failure) {
      Workflow.getLogger(RetrainingWorkflow.class)
          .warn("The tracked run {} could not be closed", board.trackedRun().runId(), failure);
    }
  }
}
