package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** What needs a device; runs on {@link TaskQueues#GPU}, one at a time on each device. */
@ActivityInterface
public interface TrainingActivities {

  /**
   * Trains one epoch and validates it. Goes on from the newest whole checkpoint inside the epoch if
   * an earlier attempt left one; whatever happens in between, the outcome is the same bytes.
   */
  EpochOutcome trainEpoch(EpochRequest request);

  /** Scores a network on the test part. */
  EvaluationOutcome testNetwork(NetworkTestRequest request);
}
