package dev.emovox.evaluation;

/**
 * McNemar's exact test (McNemar 1947): whether two models' shares of right answers on the same
 * clips differ. Only the clips that exactly one of them has right tell; if the models are equally
 * good, each such clip is either's with probability one half, so their count follows a binomial
 * distribution.
 *
 * <p>Clips of one speaker are not independent, so the test is about other clips of these speakers.
 *
 * @param onlyFirst clips that only the first model has right
 * @param onlySecond clips that only the second model has right
 * @param pValue two-sided: probability of a split at least this uneven if they are equally good
 */
public record McNemar(int onlyFirst, int onlySecond, double pValue) {
  /** Further terms of the sum can't change its last digit. */
  private static final double NEGLIGIBLE = 1e-18;

  /** The test of two models on the same clips. */
  public static McNemar of(PairedClips clips) {
    int onlyFirst = 0;
    int onlySecond = 0;
    for (PairedClips.Outcome outcome : clips.outcomes()) {
      if (outcome.firstRight() && !outcome.secondRight()) {
        onlyFirst++;
      } else if (outcome.secondRight() && !outcome.firstRight()) {
        onlySecond++;
      }
    }
    return exact(onlyFirst, onlySecond);
  }

  /**
   * The test from counts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public static McNemar exact(int onlyFirst, int onlySecond) {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException("no clips: " + onlyFirst + ", " + onlySecond);
    }
    int fewer = Math.min(onlyFirst, onlySecond);
    long all = (long) onlyFirst + onlySecond;
    double twoSided = onlyFirst == onlySecond ? 1 : 2 * lowerTail(fewer, all);
    return new McNemar(onlyFirst, onlySecond, Math.min(1, twoSided));
  }

  /** P(X ≤ {@code most}) of a binomial X of {@code all} draws with probability one half. */
  private static double lowerTail(int most, long all) {
    double largest = Math.exp(logChoose(all, most) - all * Math.log(2));
    double term = 1;
    double sum = 1;
    for (int k = most; k > 0 && term > NEGLIGIBLE * sum; k--) {
      term *= k / (double) (all - k + 1);
      sum += term;
    }
    return largest * sum;
  }

  private static double logChoose(long all, int chosen) {
    double log = 0;
    for (int i = 1; i <= chosen; i++) {
      log += Math.log((all - chosen + i) / (double) i);
    }
    return log;
  }
}
