package dev.emovox.wav2vec2.benchmark;

import java.util.List;

/**
 * Repeated measurements of one thing.
 *
 * @param values at least one, in the order in which they were taken
 */
public record Samples(List<Double> values) {
  public Samples {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
  }

  /** The middle one. */
  public double median() {
    return quantile(0.5);
  }

  /** The value that a quarter lies below. */
  public double lowerQuartile() {
    return quantile(0.25);
  }

  /** The value that a quarter lies above. */
  public double upperQuartile() {
    return quantile(0.75);
  }

  /** Between neighbours, in proportion. */
  private double quantile(double share) {
    List<Double> sorted = values.stream().sorted().toList();
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }
}
