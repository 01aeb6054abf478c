package dev.emovox.audio.features;

/**
 * Decibels of powers by table: the logarithm of the nearest of 256 mantissas, and four terms of the
 * series for the rest, which leaves less than 1e-13 dB.
 */
final class Levels {
  private static final int TABLE_BITS = 8;
  private static final int FRACTION_BITS = 52;
  private static final int BIAS = 1023;
  private static final long FRACTION = (1L << FRACTION_BITS) - 1;
  private static final double DECIBELS_PER_NEPER = 10 / Math.log(10);
  private static final double DECIBELS_PER_OCTAVE = DECIBELS_PER_NEPER * Math.log(2);
  private static final double[] INVERSES = new double[1 << TABLE_BITS];
  private static final double[] LOGARITHMS = new double[1 << TABLE_BITS];

  static {
    for (int i = 0; i < INVERSES.length; i++) {
      double middle = 1 + (i + 0.5) / INVERSES.length;
      INVERSES[i] = 1 / middle;
      LOGARITHMS[i] = DECIBELS_PER_NEPER * Math.log(middle);
    }
  }

  private Levels() {}

  /**
   * Ten times the decimal logarithm.
   *
   * @param power finite and not below {@link Double#MIN_NORMAL}
   */
  static double of(double power) {
    long bits = Double.doubleToRawLongBits(power);
    int exponent = (int) (bits >>> FRACTION_BITS) - BIAS;
    int place = (int) (bits >>> (FRACTION_BITS - TABLE_BITS)) & (INVERSES.length - 1);
    double mantissa = Double.longBitsToDouble((bits & FRACTION) | ((long) BIAS << FRACTION_BITS));
    double rest = mantissa * INVERSES[place] - 1;
    double series = rest * (1 + rest * (-0.5 + rest * (1.0 / 3 - 0.25 * rest)));
    return exponent * DECIBELS_PER_OCTAVE + LOGARITHMS[place] + DECIBELS_PER_NEPER * series;
  }
}
