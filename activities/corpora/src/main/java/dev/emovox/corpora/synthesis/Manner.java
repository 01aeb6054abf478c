package dev.emovox.corpora.synthesis;

import java.util.SplittableRandom;

/**
 * How an emotion changes a voice.
 *
 * @param pitch factor on the fundamental frequency
 * @param range swing of the melody, in octaves
 * @param rise octaves that the pitch gains over the whole utterance
 * @param energy factor on the amplitude
 * @param tempo syllables a second
 * @param noise share of breath
 * @param brightness decibels an octave by which harmonics fall less
 */
public record Manner(
    double pitch,
    double range,
    double rise,
    double energy,
    double tempo,
    double noise,
    double brightness) {

  /** The manner of a common emotion. */
  public static Manner of(String emotion) {
    return switch (emotion) {
      case "angry" -> new Manner(1.35, 0.35, -0.20, 1.6, 5.6, 0.10, 4.0);
      case "calm" -> new Manner(0.92, 0.08, -0.05, 0.6, 3.4, 0.06, -1.5);
      case "disgust" -> new Manner(0.95, 0.25, -0.35, 0.9, 3.6, 0.18, 0.5);
      case "fearful" -> new Manner(1.55, 0.20, 0.10, 0.9, 6.2, 0.22, 1.5);
      case "happy" -> new Manner(1.40, 0.50, 0.15, 1.2, 5.2, 0.05, 2.0);
      case "neutral" -> new Manner(1.00, 0.12, -0.10, 0.8, 4.4, 0.04, 0.0);
      case "sad" -> new Manner(0.88, 0.10, -0.25, 0.5, 3.2, 0.12, -2.5);
      case "surprised" -> new Manner(1.50, 0.45, 0.50, 1.1, 4.8, 0.06, 1.5);
      default -> throw new IllegalArgumentException("no manner for '" + emotion + "'");
    };
  }

  /** Nobody acts twice the same: every value wanders, so that emotions overlap. */
  Manner varied(SplittableRandom random) {
    return new Manner(
        pitch * random.nextDouble(0.82, 1.22),
        range * random.nextDouble(0.5, 1.6),
        rise + random.nextDouble(-0.2, 0.2),
        energy * random.nextDouble(0.6, 1.6),
        tempo * random.nextDouble(0.8, 1.25),
        noise * random.nextDouble(0.4, 2.0),
        brightness + random.nextDouble(-2, 2));
  }
}
