package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * What a row of values over time is summed up by.
 *
 * @param name {@code mean}, {@code std} or {@code p0} to {@code p100}
 */
record Statistic(String name) {
  private static final String MEAN = "mean";
  private static final String DEVIATION = "std";
  private static final int PERCENT = 100;

  /** The descriptor's name with the statistic, which goes without saying for means. */
  String of(String descriptor) {
    return name.equals(MEAN) ? descriptor : descriptor + "_" + name;
  }

  /** The statistic of all values; 0 of none. */
  float of(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    return (float)
        switch (name) {
          case MEAN -> mean(values);
          case DEVIATION -> deviation(values);
          default -> percentile(values, Integer.parseInt(name.substring(1)));
        };
  }

  static double mean(double[] values) {
    // Two sums, so that an addition need not wait for the one before.
    double even = 0;
    double odd = 0;
    int pairs = values.length / 2;
    for (int pair = 0; pair < pairs; pair++) {
      even += values[2 * pair];
      odd += values[2 * pair + 1];
    }
    double last = values.length % 2 == 1 ? values[values.length - 1] : 0;
    return (even + odd + last) / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  /** Between neighbours in proportion, as {@code numpy.percentile}. */
  private static double percentile(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = (sorted.length - 1.0) * percent / PERCENT;
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
