package dev.emovox.drift;

/**
 * The two-sample Kolmogorov-Smirnov test, two-sided: the largest distance between the two empirical
 * distributions, and how probable a distance as large is if both samples are of one distribution.
 * The probability is that of the limit of large samples (Kolmogorov 1933, Smirnov 1948), which errs
 * on the side of silence when values are tied.
 *
 * @param statistic the distance, in [0, 1]
 * @param probability the p-value, in [0, 1]
 */
public record KolmogorovSmirnov(double statistic, double probability) {
  /** Below it the series for small arguments converges faster. */
  private static final double TURN = 1;

  /** More terms than either series needs on its side of the turn. */
  private static final int TERMS = 20;

  private static final double NEGLIGIBLE_ARGUMENT = 0.1;

  /** Compares two samples. */
  public static KolmogorovSmirnov of(Sample first, Sample second) {
    return of(first, first.size(), second);
  }

  /**
   * Compares two samples.
   *
   * @param size of the first one, of which {@code first} is a part that is distributed as it
   */
  static KolmogorovSmirnov of(Sample first, long size, Sample second) {
    double distance = distance(first, second);
    double m = size;
    double n = second.size();
    return new KolmogorovSmirnov(distance, survival(Math.sqrt(m * n / (m + n)) * distance));
  }

  private static double distance(Sample first, Sample second) {
    int i = 0;
    int j = 0;
    double largest = 0;
    while (i < first.size() && j < second.size()) {
      double value = Math.min(first.get(i), second.get(j));
      while (i < first.size() && first.get(i) <= value) {
        i++;
      }
      while (j < second.size() && second.get(j) <= value) {
        j++;
      }
      double gap = (double) i / first.size() - (double) j / second.size();
      largest = Math.max(largest, Math.abs(gap));
    }
    return largest;
  }

  /** The probability that Kolmogorov's distribution exceeds {@code x}. */
  static double survival(double x) {
    if (x < NEGLIGIBLE_ARGUMENT) {
      return 1;
    }
    return x < TURN ? 1 - small(x) : large(x);
  }

  private static double large(double x) {
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
    }
    return sum;
  }

  /** The same function in the form of Jacobi's theta. */
  private static double small(double x) {
    double sum = 0;
    for (int k = 1; k <= TERMS; k++) {
      double odd = 2.0 * k - 1;
      sum += Math.exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
    }
    return Math.sqrt(2 * Math.PI) / x * sum;
  }
}
