package dev.emovox.wav2vec2.model.layers;

import dev.emovox.wav2vec2.config.SpecAugmentConfig.Spans;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Draws the spans of SpecAugment on one axis of one clip, with the distribution that transformers
 * has: {@code probability · own / length} spans, rounded up or down at random so that the mean is
 * exact, at least the minimum, at most as many as fit; their starts are drawn without replacement,
 * so spans overlap but no two are the same.
 */
final class SpanSampler {
  private final Spans spans;
  private final SplittableRandom random;

  SpanSampler(Spans spans, SplittableRandom random) {
    this.spans = spans;
    this.random = random;
  }

  /**
   * The masked places.
   *
   * @param own how many places may be masked, from the first
   * @param axis how many there are with padding
   */
  BitSet draw(int own, int axis) {
    BitSet masked = new BitSet(axis);
    int count = count(own, axis);
    if (count > 0) {
      starts(count, own - (spans.length() - 1)).stream()
          .forEach(start -> masked.set(start, start + spans.length()));
    }
    return masked;
  }

  private int count(int own, int axis) {
    double expected = spans.probability() * own / spans.length();
    long wanted = Math.max((long) (expected + random.nextDouble()), spans.minimum());
    if (wanted * spans.length() > axis) {
      wanted = axis / spans.length();
    }
    return (int) Math.min(wanted, Math.max(own - (spans.length() - 1), 0));
  }

  /** A subset of {@code 0 … places - 1}, all of its size equally likely (Floyd's algorithm). */
  private BitSet starts(int count, int places) {
    BitSet chosen = new BitSet(places);
    for (int last = places - count; last < places; last++) {
      int candidate = random.nextInt(last + 1);
      chosen.set(chosen.get(candidate) ? last : candidate);
    }
    return chosen;
  }
}
