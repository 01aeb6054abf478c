package dev.emovox.serving.prediction;

import dev.emovox.audio.AudioClip;
import dev.emovox.serving.model.LiveModel;
import java.util.concurrent.CompletableFuture;

/** Hears every clip that a model is asked about. Called by the engine's threads; must not throw. */
@FunctionalInterface
public interface ClipObserver {

  /**
   * A clip was decoded. Returns soon: its client waits.
   *
   * @param question what is asked
   * @param clip as it was sent, at its own sample rate; not to be changed
   * @param live the model that will be asked, which may be closed once {@code answer} is complete
   * @param answer what that model will say, or why it says nothing
   */
  void heard(
      Question question, AudioClip clip, LiveModel live, CompletableFuture<Classification> answer);
}
