package dev.emovox.baselines;

import dev.emovox.domain.InvalidInputException;

/**
 * Scales each feature to zero mean and unit variance over the clips that a model was fitted on:
 * {@code (x - mean) / scale}. The scale is the population standard deviation, or 1 for a feature
 * that does not vary. Immutable.
 */
final class Standardisation {
  private final double[] mean;
  private final double[] scale;

  /** Takes over the arrays: one value a feature, {@code scale} positive. */
  Standardisation(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Learns mean and scale from rows of equal length, at least one. */
  static Standardisation of(double[][] rows) {
    int width = rows[0].length;
    double[] mean = new double[width];
    double[] scale = new double[width];
    for (int j = 0; j < width; j++) {
      mean[j] = mean(rows, j);
      scale[j] = scale(rows, j, mean[j]);
      if (!Double.isFinite(mean[j]) || !Double.isFinite(scale[j])) {
        throw new InvalidInputException(
            "The values of feature "
                + j
                + " are too large to be standardised in double precision;"
                + " look for a unit or parsing error in the feature table.");
      }
    }
    return new Standardisation(mean, scale);
  }

  private static double mean(double[][] rows, int j) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[j];
    }
    return sum / rows.length;
  }

  private static double scale(double[][] rows, int j, double mean) {
    double sum = 0;
    for (double[] row : rows) {
      double difference = row[j] - mean;
      sum += difference * difference;
    }
    double deviation = Math.sqrt(sum / rows.length);
    // What rounding alone makes of a constant must not be blown up to unit variance.
    double rounding = 10 * Math.ulp(1.0) * Math.abs(mean);
    return deviation <= rounding ? 1 : deviation;
  }

  int size() {
    return mean.length;
  }

  double mean(int feature) {
    return mean[feature];
  }

  double scale(int feature) {
    return scale[feature];
  }

  /**
   * The standardised vector.
   *
   * @throws InvalidInputException if it has the wrong length or a value that is not finite
   */
  double[] apply(double[] features) {
    if (features.length != mean.length) {
      throw new InvalidInputException(
          "The model takes "
              + mean.length
              + " features and was given "
              + features.length
              + "; compute them with the model's own preprocessing settings.");
    }
    double[] result = new double[features.length];
    for (int j = 0; j < result.length; j++) {
      result[j] = (features[j] - mean[j]) / scale[j];
      if (!Double.isFinite(result[j])) {
        throw new InvalidInputException(
            "Feature " + j + " is " + features[j] + ", which no clip has; look at what made it.");
      }
    }
    return result;
  }
}
