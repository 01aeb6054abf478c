package dev.emovox.cli.experiment;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.settings.yaml.NearestName;
import java.util.List;

/** What must hold in a model beyond its name. */
final class ModelRules {
  private static final int MOST_ITERATIONS = 100_000;
  private static final int MOST_TREES = 10_000;

  private final Places places;
  private final List<String> features;

  /**
   * Rules for the models of an experiment.
   *
   * @param features what the experiment's feature sets are called
   */
  ModelRules(Places places, List<String> features) {
    this.places = places;
    this.features = features;
  }

  void check(String path, BaselineSettings model) {
    model.features().ifPresent(name -> checkFeatures(path + ".features", name));
    if (model instanceof BaselineSettings.LogisticRegression regression) {
      require(
          regression.l2() >= 0 && Double.isFinite(regression.l2()),
          path + ".l2",
          "must not be negative.");
      range(path + ".max_iterations", regression.maxIterations(), MOST_ITERATIONS);
    } else if (model instanceof BaselineSettings.RandomForest forest) {
      range(path + ".trees", forest.trees(), MOST_TREES);
      require(forest.minLeafClips() >= 1, path + ".min_leaf_clips", "must be at least 1.");
    }
  }

  private void checkFeatures(String path, String name) {
    require(
        features.contains(name),
        path,
        "is '%s', which is none of the experiment's feature sets.%s There are: %s."
            .formatted(name, NearestName.hint(features, name), String.join(", ", features)));
  }

  private void range(String path, int value, int most) {
    require(value >= 1 && value <= most, path, "must be between 1 and " + most + ".");
  }

  private void require(boolean holds, String path, String reason) {
    if (!holds) {
      throw places.wrong(path, reason);
    }
  }
}
