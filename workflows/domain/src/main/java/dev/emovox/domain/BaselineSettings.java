package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

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

  /** Name of the feature set that the model is fitted on; if empty, the run's first. */
  Optional<String> features();

  /** Copies of the training clips that it is fitted on besides the clips; none if empty. */
  Optional<OfflineAugmentation> augmentation();

  /** The same model on another feature set. */
  BaselineSettings withFeatures(Optional<String> features);

  /** The same model with other copies. */
  BaselineSettings withAugmentation(Optional<OfflineAugmentation> augmentation);

  /**
   * Multinomial logistic regression.
   *
   * @param name what the model is called in results
   * @param l2 weight of the squared norm of the weights in the loss, the inverse of scikit-learn's
   *     C
   * @param maxIterations most L-BFGS iterations
   * @param features name of the feature set
   * @param augmentation copies of the training clips
   */
  record LogisticRegression(
      String name,
      double l2,
      int maxIterations,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> features,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OfflineAugmentation> augmentation)
      implements BaselineSettings {
    public static final String KIND = "logistic-regression";

    public LogisticRegression {
      features = features == null ? Optional.empty() : features;
      augmentation = augmentation == null ? Optional.empty() : augmentation;
    }

    /** On the run's first feature set. */
    public LogisticRegression(String name, double l2, int maxIterations) {
      this(name, l2, maxIterations, Optional.empty());
    }

    /** On the clips alone. */
    public LogisticRegression(
        String name, double l2, int maxIterations, Optional<String> features) {
      this(name, l2, maxIterations, features, Optional.empty());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public LogisticRegression withFeatures(Optional<String> features) {
      return new LogisticRegression(name, l2, maxIterations, features, augmentation);
    }

    @Override
    public LogisticRegression withAugmentation(Optional<OfflineAugmentation> augmentation) {
      return new LogisticRegression(name, l2, maxIterations, features, augmentation);
    }
  }

  /**
   * Random forest of classification trees split by Gini impurity.
   *
   * @param name what the model is called in results
   * @param trees number of trees
   * @param minLeafClips least clips in a leaf
   * @param features name of the feature set
   * @param augmentation copies of the training clips
   */
  record RandomForest(
      String name,
      int trees,
      int minLeafClips,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> features,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OfflineAugmentation> augmentation)
      implements BaselineSettings {
    public static final String KIND = "random-forest";

    public RandomForest {
      features = features == null ? Optional.empty() : features;
      augmentation = augmentation == null ? Optional.empty() : augmentation;
    }

    /** On the run's first feature set. */
    public RandomForest(String name, int trees, int minLeafClips) {
      this(name, trees, minLeafClips, Optional.empty());
    }

    /** On the clips alone. */
    public RandomForest(String name, int trees, int minLeafClips, Optional<String> features) {
      this(name, trees, minLeafClips, features, Optional.empty());
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public RandomForest withFeatures(Optional<String> features) {
      return new RandomForest(name, trees, minLeafClips, features, augmentation);
    }

    @Override
    public RandomForest withAugmentation(Optional<OfflineAugmentation> augmentation) {
      return new RandomForest(name, trees, minLeafClips, features, augmentation);
    }
  }
}
