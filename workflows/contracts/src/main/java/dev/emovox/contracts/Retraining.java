package dev.emovox.contracts;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** From folders of speech to a registered model. The workflow's id is the run's id. */
@WorkflowInterface
public interface Retraining {

  /** Runs the plan; the result is the last status. */
  @WorkflowMethod
  RunStatus run(ExperimentPlan plan);

  /** How far the run is; answered for finished runs too. */
  @QueryMethod
  RunStatus status();

  /** An activity or a child workflow tells how far a stage of the run is. */
  @SignalMethod
  void progress(StageProgress progress);

  /** A child workflow tells that it began or ended a stage. */
  @SignalMethod
  void stage(StageStatus stage);

  /** A network begins to train. */
  @SignalMethod
  void networkStarted(NetworkStart start);

  /** An epoch of a network ended. */
  @SignalMethod
  void epochEnded(EpochReport epoch);

  /** A stage of a network ended. */
  @SignalMethod
  void networkStageEnded(StageReport stage);
}
