package dev.emovox.domain;

import java.util.Objects;

/**
 * The temperature by which a model's logits are divided before they become probabilities, so that
 * of the clips answered with 80 % about 80 % are right (Guo et al. 2017, "On Calibration of Modern
 * Neural Networks"). One number for all classes: the order of the classes stays as it is.
 *
 * @param temperature from {@link #LOWEST} to {@link #HIGHEST}; above 1 the model believed itself
 *     too much, below 1 too little
 * @param clips of the validation part on which it was fitted
 * @param before what the probabilities were worth on these clips at temperature 1
 * @param after what they are worth at this temperature
 */
public record TemperatureScaling(
    double temperature, int clips, CalibrationScores before, CalibrationScores after) {
  /** A model that makes no mistake would be given ever lower temperatures; this is the bound. */
  public static final double LOWEST = 0.05;

  /** A model that knows nothing would be given ever higher temperatures; this is the bound. */
  public static final double HIGHEST = 20;

  public TemperatureScaling {
    if (!(temperature >= LOWEST && temperature <= HIGHEST)) {
      throw new IllegalArgumentException(
          "a temperature of %s, not from %s to %s".formatted(temperature, LOWEST, HIGHEST));
    }
    if (clips < 1) {
      throw new IllegalArgumentException("fitted on " + clips + " clips");
    }
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * Calibrated probabilities: {@code softmax(logits / temperature)}. A class that is likelier than
   * another before is never less likely after.
   *
   * @param logits unnormalised log-probabilities, finite; not changed
   */
  public double[] probabilities(double[] logits) {
    return probabilities(logits, temperature);
  }

  /**
   * Probabilities at any temperature. In strict arithmetic, so that every machine gives the same
   * bits, and shifted by the largest logit, so that no power overflows.
   *
   * @param logits unnormalised log-probabilities, finite; not changed
   * @param temperature above 0
   */
  public static double[] probabilities(double[] logits, double temperature) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] probabilities = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = StrictMath.exp((logits[c] - largest) / temperature);
      sum += probabilities[c];
    }
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }
}
