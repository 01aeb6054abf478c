package dev.emovox.serving.batching;

import dev.emovox.audio.AudioClip;
import dev.emovox.serving.model.LiveModel;
import java.util.concurrent.CompletableFuture;

/**
 * A prepared clip that waits for its model.
 *
 * @param live the model, which must stay open until {@code left} is called
 * @param clip as {@code EmotionModel.prepare} gave it
 * @param answer completed with the prediction; a clip whose answer is complete already, because
 *     nobody waits for it any more, is dropped
 * @param left called once when the batcher has no more to do with the clip, answered or dropped
 * @param since when it began to wait, {@link System#nanoTime()}
 */
public record WaitingClip(
    LiveModel live,
    AudioClip clip,
    CompletableFuture<ComputedClip> answer,
    Runnable left,
    long since) {

  int samples() {
    return clip.samples().length;
  }

  boolean isUnwanted() {
    return answer.isDone();
  }

  /**
   * Whether both may be in one batch: they want the same model, and neither is twice as long as the
   * other or more, by powers of two, so that a short clip does not wait for a long one's sake.
   */
  boolean goesWith(WaitingClip other) {
    return live.equals(other.live) && magnitude() == other.magnitude();
  }

  private int magnitude() {
    return Integer.numberOfLeadingZeros(samples());
  }
}
