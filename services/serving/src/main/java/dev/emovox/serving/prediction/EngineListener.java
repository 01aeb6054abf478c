package dev.emovox.serving.prediction;

import dev.emovox.serving.batching.BatchListener;

/** Told what the engine does. Called by its threads; must not throw. */
public interface EngineListener extends BatchListener {

  /** A clip was read, decoded and resampled in so many nanoseconds. */
  void decoded(long nanoseconds);

  /** A request was answered. */
  void answered(Timing timing);

  /** A request was dropped before all its work was done: nobody waits for it any more. */
  void dropped();
}
