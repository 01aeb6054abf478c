package dev.emovox.drift;

import java.util.Arrays;

/**
 * How far one quantity of a window is from the reference.
 *
 * @param quantity what was compared: a {@link Quantity}'s word, or {@code label}
 * @param stability the population stability index
 * @param distance the Kolmogorov-Smirnov distance, in [0, 1]; for the label, whose classes have no
 *     order, the total variation distance
 * @param probability p-value of the test: of Kolmogorov and Smirnov; for the label Pearson's
 * @param reference median of the reference; not a number for the label
 * @param window median of the window; not a number for the label
 */
public record Shift(
    String quantity,
    double stability,
    double distance,
    double probability,
    double reference,
    double window) {
  /** The name of the classes' shares. */
  public static final String LABEL = "label";

  static Shift of(Quantity quantity, Distribution reference, Sample window) {
    KolmogorovSmirnov test = reference.test(window);
    return new Shift(
        quantity.word(),
        reference.stability(window),
        test.statistic(),
        test.probability(),
        reference.median(),
        window.quantile(0.5));
  }

  static Shift ofLabels(long[] reference, long[] window) {
    return new Shift(
        LABEL,
        PopulationStability.of(reference, window),
        variation(reference, window),
        Homogeneity.probability(reference, window),
        Double.NaN,
        Double.NaN);
  }

  private static double variation(long[] reference, long[] window) {
    double m = Arrays.stream(reference).sum();
    double n = Arrays.stream(window).sum();
    double sum = 0;
    for (int i = 0; i < reference.length; i++) {
      sum += Math.abs(reference[i] / m - window[i] / n);
    }
    return sum / 2;
  }

  /** Whether it is hardly chance. */
  public boolean isSignificant(double level) {
    return probability < level;
  }
}
