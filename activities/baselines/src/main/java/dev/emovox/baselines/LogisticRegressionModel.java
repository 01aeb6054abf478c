package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.LabelSet;

/**
 * Multinomial logistic regression: {@code logits = W z + b} of the standardised vector z.
 * Immutable.
 */
final class LogisticRegressionModel implements BaselineModel {
  private final LabelSet labels;
  private final Standardisation standardisation;
  private final double[][] weights;
  private final double[] intercepts;

  /**
   * Takes over the arrays.
   *
   * @param weights by class, then feature
   * @param intercepts by class
   */
  LogisticRegressionModel(
      LabelSet labels, Standardisation standardisation, double[][] weights, double[] intercepts) {
    this.labels = labels;
    this.standardisation = standardisation;
    this.weights = weights;
    this.intercepts = intercepts;
  }

  @Override
  public String kind() {
    return BaselineSettings.LogisticRegression.KIND;
  }

  @Override
  public LabelSet labels() {
    return labels;
  }

  @Override
  public int featureCount() {
    return standardisation.size();
  }

  @Override
  public double[] logits(double[] features) {
    double[] z = standardisation.apply(features);
    double[] logits = intercepts.clone();
    for (int c = 0; c < logits.length; c++) {
      for (int j = 0; j < z.length; j++) {
        logits[c] += weights[c][j] * z[j];
      }
    }
    return logits;
  }

  @Override
  public double[] probabilities(double[] features) {
    return Softmax.of(logits(features));
  }

  Standardisation standardisation() {
    return standardisation;
  }

  double weight(int label, int feature) {
    return weights[label][feature];
  }

  double intercept(int label) {
    return intercepts[label];
  }
}
