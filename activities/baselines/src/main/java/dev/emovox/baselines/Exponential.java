package dev.emovox.baselines;

/**
 * The exponential function of numbers up to zero, in sums and products alone: the same bits on
 * every machine, as {@code StrictMath.exp} has them, in a fraction of its time. Within 1e-15 of the
 * true value, relatively; 0 where that is below the smallest normal number.
 *
 * <p>{@code exp(x) = 2^k exp(r)} with {@code x = k ln 2 + r} and {@code |r| <= ln 2 / 2}, where the
 * Taylor polynomial of degree 13 is exact to 4e-18.
 */
final class Exponential {
  private static final double LOWEST = -708;
  private static final double LOG2_E = 1.4426950408889634;

  /**
   * The natural logarithm of 2 in two parts; products of the first with small integers are exact.
   */
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding and subtracting it rounds to the nearest integer. */
  private static final double ROUNDING = 0x1.8p52;

  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;

  private Exponential() {}

  /**
   * The function.
   *
   * @param x at most 0
   */
  static double of(double x) {
    if (x < LOWEST) {
      return 0;
    }
    double k = (x * LOG2_E + ROUNDING) - ROUNDING;
    double r = (x - k * LN2_HIGH) - k * LN2_LOW;
    double r2 = r * r;
    double r4 = r2 * r2;
    // In pairs, so that few products wait for others.
    double low = (1 + r) + r2 * (1.0 / 2 + r * (1.0 / 6));
    double middle = (1.0 / 24 + r * (1.0 / 120)) + r2 * (1.0 / 720 + r * (1.0 / 5040));
    double high = (1.0 / 40320 + r * (1.0 / 362880)) + r2 * (1.0 / 3628800 + r * (1.0 / 39916800));
    double top = 1.0 / 479001600 + r * (1.0 / 6227020800.0);
    double polynomial = low + r4 * (middle + r4 * (high + r4 * top));
    return polynomial * Double.longBitsToDouble(((long) k + BIAS) << MANTISSA_BITS);
  }
}
