package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.LabelSet;
import java.util.List;

/**
 * Random forest (Breiman 2001) whose probabilities are the mean over trees of the class shares in
 * the leaf that a clip falls into, as in scikit-learn. Immutable.
 */
final class RandomForestModel implements BaselineModel {
  /**
   * Least probability that a logit stands for: a class that no tree has seen in a clip's leaves has
   * a finite logit, {@code ln 1e-6}.
   */
  static final double PROBABILITY_FLOOR = 1e-6;

  private final LabelSet labels;
  private final Standardisation standardisation;
  private final List<ClassificationTree> trees;

  RandomForestModel(
      LabelSet labels, Standardisation standardisation, List<ClassificationTree> trees) {
    this.labels = labels;
    this.standardisation = standardisation;
    this.trees = List.copyOf(trees);
  }

  @Override
  public String kind() {
    return BaselineSettings.RandomForest.KIND;
  }

  @Override
  public LabelSet labels() {
    return labels;
  }

  @Override
  public int featureCount() {
    return standardisation.size();
  }

  /** {@code ln max(probability, 1e-6)}: a forest has no other logits. */
  @Override
  public double[] logits(double[] features) {
    double[] logits = probabilities(features);
    for (int c = 0; c < logits.length; c++) {
      logits[c] = StrictMath.log(Math.max(logits[c], PROBABILITY_FLOOR));
    }
    return logits;
  }

  @Override
  public double[] probabilities(double[] features) {
    double[] standardised = standardisation.apply(features);
    double[] sum = new double[labels.size()];
    for (ClassificationTree tree : trees) {
      tree.addShares(standardised, sum);
    }
    for (int c = 0; c < sum.length; c++) {
      sum[c] /= trees.size();
    }
    return sum;
  }

  Standardisation standardisation() {
    return standardisation;
  }

  List<ClassificationTree> trees() {
    return trees;
  }
}
