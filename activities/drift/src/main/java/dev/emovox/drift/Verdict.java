package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;

/**
 * What a model said of a clip.
 *
 * @param label index of the most probable class
 * @param confidence its probability, in [0, 1]
 * @param entropy entropy of the probabilities in nats, at least 0
 */
public record Verdict(int label, double confidence, double entropy) {

  public Verdict {
    if (label < 0
        || !(confidence >= 0 && confidence <= 1)
        || !(entropy >= 0 && Double.isFinite(entropy))) {
      throw new InvalidInputException(
          "No model says so: class %d, confidence %s, entropy %s."
              .formatted(label, confidence, entropy));
    }
  }

  /**
   * What these probabilities say; of equals the first class is taken.
   *
   * @param probabilities of the classes, together 1, at least one
   */
  public static Verdict of(double... probabilities) {
    int best = 0;
    double entropy = 0;
    for (int i = 0; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
      entropy -= probabilities[i] > 0 ? probabilities[i] * Math.log(probabilities[i]) : 0;
    }
    return new Verdict(best, Math.min(1, probabilities[best]), Math.max(0, entropy));
  }
}
