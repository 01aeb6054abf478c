package dev.emovox.orchestration;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.TrainingActivities;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** Trains epochs; one that is cancelled has some time to write its last checkpoint. */
final class DrainedEpoch {
  /** Enough for a few gigabytes to a store that is not near. */
  static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);

  private final TrainingActivities training = Activities.training();

  /**
   * The epoch's outcome.
   *
   * @throws CanceledFailure if the workflow was cancelled, after the device let go of the epoch or
   *     {@link #LONGEST_DRAIN} passed
   */
  EpochOutcome train(EpochRequest request) {
    Promise<EpochOutcome> epoch = Async.function(training::trainEpoch, request);
    try {
      Workflow.await(epoch::isCompleted);
    } catch (CanceledFailure cancelled) {
      drain(epoch);
      throw cancelled;
    }
    return epoch.get();
  }

  private static void drain(Promise<EpochOutcome> epoch) {
    Workflow.newDetachedCancellationScope(() -> Workflow.await(LONGEST_DRAIN, epoch::isCompleted))
        .run();
  }
}
