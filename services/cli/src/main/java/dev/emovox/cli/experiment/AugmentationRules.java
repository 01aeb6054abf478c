package dev.emovox.cli.experiment;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.OfflineAugmentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What must hold in the copies of training clips that baselines ask for. */
final class AugmentationRules {
  private final Requirements require;
  private final ToIntFunction<BaselineSettings> featureRate;

  /**
   * Rules for the models of an experiment.
   *
   * @param featureRate sampling rate of a model's features
   */
  AugmentationRules(Requirements require, ToIntFunction<BaselineSettings> featureRate) {
    this.require = require;
    this.featureRate = featureRate;
  }

  /** Checks all models. */
  void check(List<BaselineSettings> models) {
    Map<String, OfflineAugmentation> named = new HashMap<>();
    for (int i = 0; i < models.size(); i++) {
      BaselineSettings model = models.get(i);
      String path = "models[" + i + "].augmentation";
      model
          .augmentation()
          .ifPresent(
              its -> {
                check(path, its);
                checkRate(path + ".sample_rate", its, featureRate.applyAsInt(model));
                checkName(path + ".name", its, named);
              });
    }
  }

  private void check(String path, OfflineAugmentation augmentation) {
    require.name(path + ".name", augmentation.called());
    require.range(path + ".copies", augmentation.copies(), 1, OfflineAugmentation.MOST_COPIES);
    require.range(
        path + ".sample_rate",
        augmentation.sampleRate(),
        OfflineAugmentation.LEAST_RATE,
        OfflineAugmentation.MOST_RATE);
    require.that(
        !augmentation.steps().isEmpty(),
        path,
        "does nothing. Name a preset, for example `preset: gentle`, or list steps.");
    new StepRules(require).check(path + ".steps", augmentation.steps());
  }

  /** Else copies would be told from clips by what they lack. */
  private void checkRate(String path, OfflineAugmentation augmentation, int features) {
    require.that(
        augmentation.sampleRate() >= features,
        path,
        "is %d, below the %d hertz of the model's features; copies would lack the upper frequencies. Give at least %d."
            .formatted(augmentation.sampleRate(), features, features));
  }

  private void checkName(
      String path, OfflineAugmentation augmentation, Map<String, OfflineAugmentation> named) {
    OfflineAugmentation other = named.putIfAbsent(augmentation.called(), augmentation);
    require.that(
        other == null || other.equals(augmentation),
        path,
        "is '%s', as the augmentation of a model before is called, which does something else. Give one of them a name of its own, `name: …`."
            .formatted(augmentation.called()));
  }
}
