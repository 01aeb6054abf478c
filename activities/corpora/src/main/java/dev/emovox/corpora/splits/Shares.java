package dev.emovox.corpora.splits;

/**
 * What share of a whole goes to which part; the rest is for training.
 *
 * @param validation between 0 and 1
 * @param test between 0 and 1
 */
public record Shares(double validation, double test) {
  /** Below this, a difference from a whole number is an error of floating point. */
  private static final double ROUNDING = 1e-9;

  /** Clips of {@code n} for the test: the share, rounded up as scikit-learn does. */
  int testClips(int n) {
    return (int) Math.ceil(n * test - ROUNDING);
  }

  /** Clips of {@code n} for validation, rounded up as well. */
  int validationClips(int n) {
    return Math.min(n - testClips(n), (int) Math.ceil(n * validation - ROUNDING));
  }

  /** Speakers of {@code n} for the test: at least one if there is another to train on. */
  int testSpeakers(int n) {
    return n < 2 || test == 0 ? 0 : within(Math.round(n * test), n - 1);
  }

  /** Speakers of {@code n} for validation: none of two, at least one of three. */
  int validationSpeakers(int n) {
    int left = n - testSpeakers(n) - 1;
    return left < 1 || validation == 0 ? 0 : within(Math.round(n * validation), left);
  }

  private static int within(long wanted, int most) {
    return (int) Math.max(1, Math.min(wanted, most));
  }
}
