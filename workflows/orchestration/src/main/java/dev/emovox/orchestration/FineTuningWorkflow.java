package dev.emovox.orchestration;

import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuning;
import dev.emovox.contracts.FineTuningRequest;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.WorkflowInit;

/**
 * Trains, tests and packs one network on one split. However it ends, no run of it stays open in the
 * tracking server.
 */
public final class FineTuningWorkflow implements FineTuning {
  private final OpenRuns runs = new OpenRuns();
  private final NetworkTraining training;

  @WorkflowInit
  public FineTuningWorkflow(FineTuningRequest request) {
    training = new NetworkTraining(request, runs);
  }

  @Override
  public FineTunedModel train(FineTuningRequest request) {
    try {
      return training.run();
    } catch (TemporalFailure failure) {
      runs.abandon(failure);
      throw Failures.isCancellation(failure)
          ? new CanceledFailure("The training was cancelled.")
          : failure;
    }
  }
}
