package dev.emovox.serving.drift;

import dev.emovox.audio.AudioClip;
import dev.emovox.drift.Sound;
import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.ModelRole;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.ClipObserver;
import dev.emovox.serving.prediction.Question;
import java.util.concurrent.CompletableFuture;

/**
 * Hears every clip that the champion is asked about: one pass over its samples, and a place in a
 * queue once it is answered. Stretches of a stream are left out, which overlap and are all of one
 * voice: an hour of one would look like drift.
 */
public final class DriftObserver implements ClipObserver {
  private final DriftWatcher watcher;

  public DriftObserver(DriftWatcher watcher) {
    this.watcher = watcher;
  }

  @Override
  public void heard(
      Question question, AudioClip clip, LiveModel live, CompletableFuture<Classification> answer) {
    if (question.stretch()
        || live.role() != ModelRole.CHAMPION
        || !watcher.watches(live)
        || clip.samples().length == 0) {
      return;
    }
    Sound sound = Sound.of(clip.samples(), clip.sampleRate());
    var unused = answer.thenAccept(given -> watcher.observe(Observed.of(sound, given)));
  }
}
