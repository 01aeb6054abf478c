package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Numbers in ascending order. Immutable and safe for use by several threads. */
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * The sample of these numbers, in any order.
   *
   * @throws InvalidInputException if there is none, or one is not finite
   */
  public static Sample of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    if (sorted.length == 0 || !Arrays.stream(sorted).allMatch(Double::isFinite)) {
      throw new InvalidInputException("A sample needs numbers, all of them finite.");
    }
    return new Sample(sorted);
  }

  /** How many they are, at least 1. */
  public int size() {
    return sorted.length;
  }

  /** The number at that place of the order. */
  double get(int index) {
    return sorted[index];
  }

  /**
   * The quantile with linear interpolation between neighbours (type 7 of Hyndman and Fan, 1996).
   *
   * @param share in [0, 1]
   */
  public double quantile(double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
