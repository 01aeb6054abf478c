package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A baseline classifier and its hyperparameters; in JSON and YAML {@code kind} tells which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = BaselineSettings.LogisticRegression.class,
      name = BaselineSettings.LogisticRegression.KIND),
  @JsonSubTypes.Type(
      value = BaselineSettings.RandomForest.class,
      name = BaselineSettings.RandomForest.KIND)
})
public sealed interface BaselineSettings {

  /** What the model is called in results. */
  String name();

  /** The classifier's kind as written in configuration. */
  String kind();

  /**
   * Multinomial logistic regression.
   *
   * @param name what the model is called in results
   * @param l2 weight of the squared norm of the weights in the loss, the inverse of scikit-learn's
   *     C
   * @param maxIterations most L-BFGS iterations
   */
  record LogisticRegression(String name, double l2, int maxIterations) implements BaselineSettings {
    public static final String KIND = "logistic-regression";

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Random forest of classification trees split by Gini impurity.
   *
   * @param name what the model is called in results
   * @param trees number of trees
   * @param minLeafClips least clips in a leaf
   */
  record RandomForest(String name, int trees, int minLeafClips) implements BaselineSettings {
    public static final String KIND = "random-forest";

    @Override
    public String kind() {
      return KIND;
    }
  }
}
