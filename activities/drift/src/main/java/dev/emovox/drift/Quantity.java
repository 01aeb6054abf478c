package dev.emovox.drift;

import java.util.Locale;

/**
 * A number that every answered clip has. The first two tell of the input, the others of the model.
 */
public enum Quantity {
  /** Root mean square of the samples, in decibels relative to full scale. */
  LEVEL,
  /** Length in seconds. */
  SECONDS,
  /** Probability of the most probable class. */
  CONFIDENCE,
  /** Entropy of the probabilities in nats. */
  ENTROPY;

  /** Its value for a clip. */
  double of(Observation observation) {
    return switch (this) {
      case LEVEL -> observation.levelDecibels();
      case SECONDS -> observation.seconds();
      case CONFIDENCE -> observation.confidence();
      case ENTROPY -> observation.entropy();
    };
  }

  /** Its name in metrics and documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
