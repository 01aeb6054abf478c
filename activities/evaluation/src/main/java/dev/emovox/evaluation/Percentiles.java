package dev.emovox.evaluation;

import dev.emovox.domain.Estimate;
import java.util.Arrays;

/** The percentile interval of resampled values. */
final class Percentiles {
  private Percentiles() {}

  /**
   * A value with its interval.
   *
   * @param value on all clips
   * @param resampled the value of each resample, in any order
   * @param confidence share of them inside the interval
   */
  static Estimate estimate(double value, double[] resampled, double confidence) {
    double[] sorted = Arrays.stream(resampled).sorted().toArray();
    double tail = (1 - confidence) / 2;
    return new Estimate(value, quantile(sorted, tail), quantile(sorted, 1 - tail));
  }

  /** Linear between order statistics, as NumPy's default. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
