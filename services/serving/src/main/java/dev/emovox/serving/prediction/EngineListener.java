package dev.emovox.serving.prediction;

import dev.emovox.serving.batching.BatchListener;
import dev.emovox.serving.model.LiveModel;

/** Told what the engine does. Called by its threads; must not throw. */
public interface EngineListener extends BatchListener {

  /** A clip was read, decoded and resampled in so many nanoseconds. */
  void decoded(long nanoseconds);

  /** A request was answered by that model. */
  void answered(LiveModel live, Classification answer);

  /** A request was dropped before all its work was done: nobody waits for it any more. */
  void dropped();
}
