package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** What needs a device; runs on {@link TaskQueues#GPU}, one at a time on each device. */
@ActivityInterface
public interface TrainingActivities {

  /**
   * Trains one epoch and validates it. Goes on from the newest whole checkpoint inside the epoch if
   * an earlier attempt left one; whatever happens in between, the outcome is the same bytes.
   *
   * <p>Tells {@link EpochRequest#progress} to the run as soon as the device works at the epoch, and
   * then at most every twentieth of the epoch and every two seconds, because each time is an event
   * in the run's history. Beats as long as it gets on. When it is cancelled or its worker stops, it
   * leaves a checkpoint first. Fails with {@link FailureType#CHECKPOINT_GONE} if the epoch that it
   * goes on from was discarded.
   */
  EpochOutcome trainEpoch(EpochRequest request);

  /** Scores a network on the test part. */
  EvaluationOutcome testNetwork(NetworkTestRequest request);
}
