package dev.emovox.serving.batching;

import java.time.Duration;

/**
 * How clips are put together.
 *
 * @param clips most clips of a batch
 * @param samples most samples of a batch of more than one clip, which bounds its memory
 * @param patience longest time that a clip waits for company while the model is free
 */
public record BatchLimits(int clips, long samples, Duration patience) {

  public BatchLimits {
    if (clips < 1 || samples < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "a batch needs room for a clip, and patience of 0 or more");
    }
  }
}
