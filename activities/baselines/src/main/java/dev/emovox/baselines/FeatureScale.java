package dev.emovox.baselines;

import java.util.stream.IntStream;

/**
 * By what a fitted model standardises each feature, or what it would be by the clips of a table, so
 * that the two can be compared: whoever fits on other clips gets other numbers. Immutable.
 */
public final class FeatureScale {
  private final Standardisation standardisation;

  private FeatureScale(Standardisation standardisation) {
    this.standardisation = standardisation;
  }

  /** That of a fitted model. */
  public static FeatureScale of(BaselineModel model) {
    return new FeatureScale(
        model instanceof LogisticRegressionModel regression
            ? regression.standardisation()
            : ((RandomForestModel) model).standardisation());
  }

  /**
   * That of some clips.
   *
   * @param rows one a clip, in the order in which they were fitted; one at least
   */
  public static FeatureScale of(double[][] rows) {
    return new FeatureScale(Standardisation.of(rows));
  }

  /** Number of features. */
  public int size() {
    return standardisation.size();
  }

  /** Mean of a feature. */
  public double mean(int feature) {
    return standardisation.mean(feature);
  }

  /** By what a feature is divided after its mean was taken from it. */
  public double scale(int feature) {
    return standardisation.scale(feature);
  }

  /** Whether all numbers are the same to the bit. */
  public boolean isSame(FeatureScale other) {
    return size() == other.size()
        && IntStream.range(0, size())
            .allMatch(
                j ->
                    Double.compare(mean(j), other.mean(j)) == 0
                        && Double.compare(scale(j), other.scale(j)) == 0);
  }
}
