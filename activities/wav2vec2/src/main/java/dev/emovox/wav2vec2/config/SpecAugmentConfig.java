package dev.emovox.wav2vec2.config;

/**
 * Masking of spans in training (SpecAugment, Park et al., 2019), on projected features.
 *
 * @param enabled whether it happens at all
 * @param time spans of frames, which are replaced by a learned vector
 * @param feature spans of hidden channels, which are set to zero
 */
public record SpecAugmentConfig(boolean enabled, Spans time, Spans feature) {

  /**
   * How much of an axis is masked.
   *
   * @param probability share of the axis that spans would cover if they never overlapped
   * @param length of a span
   * @param minimum spans at least, as far as there is room
   */
  public record Spans(double probability, int length, int minimum) {}

  /** Whether the checkpoint holds the learned vector, which it does even where it is not used. */
  public boolean hasEmbedding() {
    return time.probability() > 0 || feature.probability() > 0;
  }
}
