package dev.emovox.drift;

/**
 * Pearson's test of homogeneity: how probable counts as different as these are if both sides are of
 * one distribution. Classes that neither side has do not count. The probability is that of the
 * limit of large counts, a chi-squared distribution.
 */
final class Homogeneity {
  private static final int MOST_TERMS = 1000;
  private static final double PRECISION = 1e-16;
  private static final double TINY = 1e-300;

  private Homogeneity() {}

  /**
   * The p-value, in [0, 1].
   *
   * @param first counts of the classes, at least one in all
   * @param second counts of the same classes, at least one in all
   */
  static double probability(long[] first, long[] second) {
    double m = sum(first);
    double n = sum(second);
    double statistic = 0;
    int classes = 0;
    for (int i = 0; i < first.length; i++) {
      double both = first[i] + second[i];
      if (both > 0) {
        classes++;
        statistic += square(first[i] - both * m / (m + n)) / (both * m / (m + n));
        statistic += square(second[i] - both * n / (m + n)) / (both * n / (m + n));
      }
    }
    return classes < 2 ? 1 : survival((classes - 1) / 2.0, statistic / 2);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double sum(long[] counts) {
    double sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * The regularised upper incomplete gamma function Q(a, x).
   *
   * @param a a multiple of one half, above 0
   */
  static double survival(double a, double x) {
    if (x <= 0) {
      return 1;
    }
    double factor = Math.exp(a * Math.log(x) - x - logGamma(a));
    return x < a + 1 ? 1 - factor * series(a, x) : factor * fraction(a, x);
  }

  /** The power series of the lower function, which converges fast for small arguments. */
  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int i = 1; i < MOST_TERMS && term > sum * PRECISION; i++) {
      term *= x / (a + i);
      sum += term;
    }
    return sum;
  }

  /** The continued fraction of the upper function, by the method of Lentz (1976). */
  private static double fraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double value = d;
    double change = 0;
    for (int i = 1; i < MOST_TERMS && Math.abs(change - 1) > PRECISION; i++) {
      double numerator = -i * (i - a);
      b += 2;
      d = 1 / nonZero(numerator * d + b);
      c = nonZero(b + numerator / c);
      change = d * c;
      value *= change;
    }
    return value;
  }

  private static double nonZero(double x) {
    return Math.abs(x) < TINY ? TINY : x;
  }

  /** By recursion from 1 or from one half. */
  private static double logGamma(double a) {
    boolean whole = a == Math.rint(a);
    double sum = whole ? 0 : Math.log(Math.PI) / 2;
    for (double factor = whole ? 1 : 0.5; factor < a; factor++) {
      sum += Math.log(factor);
    }
    return sum;
  }
}
