package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;

/**
 * The population stability index: the sum over bins of (q - p) ln(q / p), p being the share of the
 * reference and q that of the window; the symmetric divergence of Jeffreys. By custom, below 0.1 is
 * no shift, above 0.25 a large one.
 *
 * <p>Half a count is added to every bin, so that an empty one makes the index large and not
 * infinite. Without a shift its expectation is about (bins - 1) (1 / m + 1 / n).
 */
public final class PopulationStability {
  private static final double ADDED = 0.5;

  private PopulationStability() {}

  /**
   * The index of counts in the same bins.
   *
   * @throws InvalidInputException if the bins are not the same number, or one side counts nothing
   */
  public static double of(long[] reference, long[] window) {
    if (reference.length != window.length || sum(reference) == 0 || sum(window) == 0) {
      throw new InvalidInputException(
          "The index of stability needs counts in the same bins: here %d bins of %d and %d bins of %d."
              .formatted(reference.length, sum(reference), window.length, sum(window)));
    }
    double index = 0;
    for (int bin = 0; bin < reference.length; bin++) {
      double p = share(reference, bin);
      double q = share(window, bin);
      index += (q - p) * Math.log(q / p);
    }
    return index;
  }

  private static double share(long[] counts, int bin) {
    return (counts[bin] + ADDED) / (sum(counts) + ADDED * counts.length);
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
