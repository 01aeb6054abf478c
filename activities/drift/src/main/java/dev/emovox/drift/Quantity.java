package dev.emovox.drift;

import java.util.Locale;

/**
 * A number that every answered clip has. The first four tell of the input, the others of the model.
 */
public enum Quantity {
  /** Root mean square of the samples, in decibels relative to full scale. */
  LEVEL,
  /** Length in seconds. */
  SECONDS,
  /** Mean-square frequency in hertz. */
  BRIGHTNESS,
  /** Share of the time that is silent beside the loudest moment. */
  PAUSES,
  /** Probability of the most probable class. */
  CONFIDENCE,
  /** Entropy of the probabilities in nats. */
  ENTROPY;

  /** Whether it is one of the sound, and not of what a model said. */
  boolean isOfSound() {
    return switch (this) {
      case LEVEL, SECONDS, BRIGHTNESS, PAUSES -> true;
      case CONFIDENCE, ENTROPY -> false;
    };
  }

  /** Its value for a clip. */
  double of(Observation observation) {
    return isOfSound() ? of(observation.sound()) : of(observation.verdict());
  }

  /** Its value for a sound; only for those of sounds. */
  double of(Sound sound) {
    return switch (this) {
      case LEVEL -> sound.levelDecibels();
      case SECONDS -> sound.seconds();
      case BRIGHTNESS -> sound.brightnessHertz();
      case PAUSES -> sound.pauses();
      case CONFIDENCE, ENTROPY -> throw new IllegalArgumentException(word() + " of a sound");
    };
  }

  /** Its value for a verdict; only for those of verdicts. */
  double of(Verdict verdict) {
    return switch (this) {
      case CONFIDENCE -> verdict.confidence();
      case ENTROPY -> verdict.entropy();
      case LEVEL, SECONDS, BRIGHTNESS, PAUSES ->
          throw new IllegalArgumentException(word() + " of a verdict");
    };
  }

  /** Its name in metrics and documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
