package dev.emovox.serving.challenger;

import dev.emovox.serving.model.LiveModel;

/** Told what becomes of challengers. Called by several threads; must not throw. */
public interface ChallengerListener {

  /**
   * A challenger could not answer what the champion could.
   *
   * @param failure {@link dev.emovox.audio.UnusableAudioException} if it takes no such clip, else a
   *     bug
   */
  void failed(LiveModel challenger, Throwable failure);

  /** A challenger heard a clip that the champion had answered; {@code soFar} includes it. */
  void compared(Difference difference, Comparison soFar);

  /** A clip for the comparison was dropped, since there was no room or no time for it. */
  void dropped();
}
