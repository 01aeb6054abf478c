package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Divides the clips into training, validation and test parts. */
@ActivityInterface
public interface SplitActivities {

  /** Assigns every clip to one part and checks that nothing leaks between them. */
  SplitOutcome split(SplitRequest request);
}
