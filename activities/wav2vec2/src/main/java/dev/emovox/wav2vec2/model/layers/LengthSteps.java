package dev.emovox.wav2vec2.model.layers;

/**
 * Lengths that signals are filled up to. The engine compiles a convolution for each length it
 * meets, which takes longer than a short signal's convolution itself; eight lengths an octave are
 * soon all known, and cost a few hundredths of filling.
 */
final class LengthSteps {
  private static final int STEPS_PER_OCTAVE = 8;

  private LengthSteps() {}

  /** The first of the lengths that is enough for {@code length}, which is positive. */
  static int atLeast(int length) {
    int step = Math.max(1, Integer.highestOneBit(length) / STEPS_PER_OCTAVE);
    return Math.multiplyExact(Math.floorDiv(length - 1, step) + 1, step);
  }
}
