package dev.emovox.adapters.network;

import dev.emovox.contracts.TrackedRun;

/** Where steps are shown while they happen. */
@FunctionalInterface
public interface StepMetrics {

  /** Begins to show steps of a stage; steps that are shown already are not shown again. */
  Stream open(TrackedRun stage);

  /**
   * Steps on their way. Telling of one takes no time; it is sent in the background, and dropped if
   * the tracking server stays away, because what an epoch's record finds missing is added there.
   */
  interface Stream extends AutoCloseable {

    /** Tells of a step. */
    void add(StepRow step, double clipsPerSecond);

    /** Sends what is left, for a short while at most. */
    @Override
    void close();
  }
}
