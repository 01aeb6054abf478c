package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.InvalidInputException;

/** Fits baselines. Stateless and safe for use by several threads. */
public final class BaselineTrainer {
  static final int MAX_TREES = 10_000;

  /**
   * Fits one model.
   *
   * @param settings which model and its hyperparameters
   * @param table the clips; standardisation is learnt from them and nothing else
   * @param seed of every random choice; the result is a function of the three arguments alone,
   *     whatever the number of processors
   * @throws InvalidInputException if nothing can be learnt from the table (a value is not finite, a
   *     class has no clip, …) or a hyperparameter is out of its range
   */
  public BaselineModel fit(BaselineSettings settings, TrainingTable table, long seed) {
    TrainingTableCheck.verify(table);
    if (settings instanceof BaselineSettings.LogisticRegression regression) {
      verify(regression);
      return LogisticRegressionFit.fit(regression, table);
    }
    BaselineSettings.RandomForest forest = (BaselineSettings.RandomForest) settings;
    verify(forest);
    return RandomForestFit.fit(forest, table, seed);
  }

  private static void verify(BaselineSettings.LogisticRegression settings) {
    require(
        Double.isFinite(settings.l2()) && settings.l2() >= 0,
        settings,
        "l2 is " + settings.l2() + "; it must be zero or more");
    require(
        settings.maxIterations() >= 1,
        settings,
        "max_iterations is " + settings.maxIterations() + "; it must be one or more");
  }

  private static void verify(BaselineSettings.RandomForest settings) {
    require(
        settings.trees() >= 1 && settings.trees() <= MAX_TREES,
        settings,
        "trees is " + settings.trees() + "; it must be between 1 and " + MAX_TREES);
    require(
        settings.minLeafClips() >= 1,
        settings,
        "min_leaf_clips is " + settings.minLeafClips() + "; it must be one or more");
  }

  private static void require(boolean condition, BaselineSettings settings, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(
          "The settings of model '" + settings.name() + "' are wrong: " + otherwise + ".");
    }
  }
}
