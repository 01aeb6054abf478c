package dev.emovox.contracts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * One network on one split: prepare, train stage by stage, test, pack. A child of {@link
 * Retraining}.
 */
@WorkflowInterface
public interface FineTuning {

  /** Trains, tests and packs the network. */
  @WorkflowMethod
  FineTunedModel train(FineTuningRequest request);
}
