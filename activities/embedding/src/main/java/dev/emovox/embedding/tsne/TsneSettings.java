package dev.emovox.embedding.tsne;

import dev.emovox.domain.InvalidInputException;

/**
 * How t-SNE is computed.
 *
 * @param perplexity how many neighbours each point looks at, about; from 1, and three times it is
 *     less than the number of points
 * @param iterations steps of the descent, from 250, which are needed to sort the points roughly
 * @param seed of the jitter that tells equal clips apart
 */
public record TsneSettings(double perplexity, int iterations, long seed) {
  private static final double USUAL_PERPLEXITY = 30;
  private static final int USUAL_ITERATIONS = 1000;
  private static final int FEWEST_ITERATIONS = 250;
  private static final int MOST_ITERATIONS = 100_000;

  public TsneSettings {
    if (!(perplexity >= 1) || perplexity > 1000) {
      throw new InvalidInputException(
          "The perplexity must be between 1 and 1000, and is %s.".formatted(perplexity));
    }
    if (iterations < FEWEST_ITERATIONS || iterations > MOST_ITERATIONS) {
      throw new InvalidInputException(
          "t-SNE takes between %d and %d iterations, not %d."
              .formatted(FEWEST_ITERATIONS, MOST_ITERATIONS, iterations));
    }
  }

  /** Perplexity 30, less for fewer than 91 points, and 1000 iterations. */
  public static TsneSettings standard(int points, long seed) {
    int most = Math.max(1, (points - 1) / 3);
    return new TsneSettings(Math.min(USUAL_PERPLEXITY, most), USUAL_ITERATIONS, seed);
  }

  /** Neighbours of each point. */
  int neighbours() {
    return (int) (3 * perplexity);
  }

  /**
   * Verifies that there are points enough.
   *
   * @throws InvalidInputException if not
   */
  void requireFor(int points) {
    if (neighbours() > points - 1) {
      throw new InvalidInputException(
          "A perplexity of %s needs more than %d clips, and there are %d; take a perplexity of at most %d, or more clips."
              .formatted(perplexity, neighbours(), points, (points - 1) / 3));
    }
  }
}
