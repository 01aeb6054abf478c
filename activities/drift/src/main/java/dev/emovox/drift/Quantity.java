package dev.emovox.drift;

import java.util.Locale;

/**
 * A number that every answered clip has. The first four tell of the input, the others of the model.
 * It is taken to four decimals, in references and in windows alike, so that what is equal stays
 * equal in a file: a forest knows few probabilities, and many clips share them.
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

  private static final double DECIMALS = 1e4;

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

  private static double rounded(double value) {
    return Math.round(value * DECIMALS) / DECIMALS;
  }

  /** Its value for a sound; only for those of sounds. */
  double of(Sound sound) {
    return rounded(exact(sound));
  }

  private double exact(Sound sound) {
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
    return rounded(exact(verdict));
  }

  private double exact(Verdict verdict) {
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
