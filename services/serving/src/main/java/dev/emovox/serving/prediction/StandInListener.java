package dev.emovox.serving.prediction;

import dev.emovox.serving.model.LiveModel;

/** Told when the champion stood in for the challenger. Called by the engine; must not throw. */
@FunctionalInterface
public interface StandInListener {

  /**
   * The champion answered what the challenger could not.
   *
   * @param failure what happened to the challenger; {@link dev.emovox.audio.UnusableAudioException}
   *     if it takes no such clip, else a bug
   */
  void stoodIn(LiveModel challenger, Throwable failure);
}
