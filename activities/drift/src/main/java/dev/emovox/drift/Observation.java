package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;

/**
 * What is kept of an answered clip to tell drift; nothing of its sound.
 *
 * @param levelDecibels root mean square of its samples, in decibels relative to full scale
 * @param seconds its length
 * @param label index of the class that was answered
 * @param confidence probability of that class, in [0, 1]
 * @param entropy entropy of the probabilities in nats, at least 0
 */
public record Observation(
    double levelDecibels, double seconds, int label, double confidence, double entropy) {
  /** The level of a clip whose samples are all 0, in the place of minus infinity. */
  public static final double SILENCE_DECIBELS = -120;

  private static final double DECIBELS_PER_DECADE = 20;

  public Observation {
    if (!Double.isFinite(levelDecibels)
        || !(seconds >= 0 && Double.isFinite(seconds))
        || label < 0
        || !(confidence >= 0 && confidence <= 1)
        || !(entropy >= 0 && Double.isFinite(entropy))) {
      throw new InvalidInputException(
          "This is no observation of a clip: level %s dB, %s s, class %d, confidence %s, entropy %s."
              .formatted(levelDecibels, seconds, label, confidence, entropy));
    }
  }

  /**
   * The observation of a clip.
   *
   * @param rootMeanSquare of its samples, full scale being 1
   * @param probabilities of the classes, together 1
   */
  public static Observation of(double rootMeanSquare, double seconds, double[] probabilities) {
    int best = 0;
    double entropy = 0;
    for (int i = 0; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
      entropy -= probabilities[i] > 0 ? probabilities[i] * Math.log(probabilities[i]) : 0;
    }
    double level = DECIBELS_PER_DECADE * Math.log10(rootMeanSquare);
    return new Observation(
        Math.max(SILENCE_DECIBELS, level),
        seconds,
        best,
        Math.min(1, probabilities[best]),
        Math.max(0, entropy));
  }
}
