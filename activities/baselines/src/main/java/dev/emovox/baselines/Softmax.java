package dev.emovox.baselines;

/** Probabilities from logits. */
final class Softmax {
  private Softmax() {}

  /**
   * {@code exp(logit) / sum of exp(logits)}, shifted by the largest logit against overflow. In
   * strict arithmetic, so that every machine gives the same bits.
   */
  static double[] of(double[] logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    double[] result = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < result.length; c++) {
      result[c] = StrictMath.exp(logits[c] - largest);
      sum += result[c];
    }
    for (int c = 0; c < result.length; c++) {
      result[c] /= sum;
    }
    return result;
  }
}
