package dev.emovox.audio.augmentation;

import java.util.Random;

/**
 * {@link Random} for one thread, with the very numbers that its specification says, but without the
 * locks that let threads share it; these take most of its time.
 */
final class OwnRandom extends Random {
  private static final long serialVersionUID = 1L;
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long MASK = (1L << 48) - 1;
  private static final int BITS = 48;

  private long state;
  private double spare;
  private boolean hasSpare;

  OwnRandom(long seed) {
    super(seed);
    state = (seed ^ MULTIPLIER) & MASK;
  }

  @Override
  protected int next(int bits) {
    state = (state * MULTIPLIER + 0xBL) & MASK;
    return (int) (state >>> (BITS - bits));
  }

  // For one thread only, which is what this class is for.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public double nextGaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double first;
    double second;
    double square;
    do {
      first = 2 * nextDouble() - 1;
      second = 2 * nextDouble() - 1;
      square = first * first + second * second;
    } while (square >= 1 || square == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spare = second * factor;
    hasSpare = true;
    return first * factor;
  }
}
