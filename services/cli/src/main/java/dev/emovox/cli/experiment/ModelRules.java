package dev.emovox.cli.experiment;

import dev.emovox.domain.BaselineSettings;

/** The ranges of hyperparameters. */
final class ModelRules {
  private static final int MOST_ITERATIONS = 100_000;
  private static final int MOST_TREES = 10_000;

  private final Places places;

  ModelRules(Places places) {
    this.places = places;
  }

  void check(String path, BaselineSettings model) {
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

  private void range(String path, int value, int most) {
    require(value >= 1 && value <= most, path, "must be between 1 and " + most + ".");
  }

  private void require(boolean holds, String path, String reason) {
    if (!holds) {
      throw places.wrong(path, reason);
    }
  }
}
