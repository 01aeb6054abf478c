package dev.emovox.contracts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One model on one split: fit, test, pack. A child of {@link Retraining}. */
@WorkflowInterface
public interface BaselineTraining {

  /** Fits, tests and packs the model. */
  @WorkflowMethod
  TrainedModel train(BaselineTrainingRequest request);
}
