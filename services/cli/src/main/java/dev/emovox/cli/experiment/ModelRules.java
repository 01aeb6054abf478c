package dev.emovox.cli.experiment;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.settings.yaml.NearestName;
import java.util.List;

/** What must hold in a model beyond its name. */
final class ModelRules {
  private static final int MOST_ITERATIONS = 100_000;
  private static final int MOST_TREES = 10_000;

  private final Requirements require;
  private final List<String> features;

  /**
   * Rules for the models of an experiment.
   *
   * @param features what the experiment's feature sets are called
   */
  ModelRules(Requirements require, List<String> features) {
    this.require = require;
    this.features = features;
  }

  void check(String path, BaselineSettings model) {
    model.features().ifPresent(name -> checkFeatures(path + ".features", name));
    if (model instanceof BaselineSettings.LogisticRegression regression) {
      require.notNegative(path + ".l2", regression.l2());
      require.range(path + ".max_iterations", regression.maxIterations(), 1, MOST_ITERATIONS);
    } else if (model instanceof BaselineSettings.RandomForest forest) {
      require.range(path + ".trees", forest.trees(), 1, MOST_TREES);
      require.atLeast(1, path + ".min_leaf_clips", forest.minLeafClips());
    }
  }

  private void checkFeatures(String path, String name) {
    require.that(
        features.contains(name),
        path,
        "is '%s', which is none of the experiment's feature sets.%s There are: %s."
            .formatted(name, NearestName.hint(features, name), String.join(", ", features)));
  }
}
