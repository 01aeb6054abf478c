package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** What a watch does outside. */
@ActivityInterface
public interface DriftActivities {

  /**
   * Lets a schedule fire now, unless it is paused, is not there, or does not train.
   *
   * @param requestId the same if the same is asked again; then it fires once
   */
  DriftResponse startRetraining(String schedule, String requestId);
}
