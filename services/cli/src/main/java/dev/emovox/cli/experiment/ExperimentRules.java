package dev.emovox.cli.experiment;

import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.SplitSettings;
import dev.emovox.settings.yaml.NearestName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;

/** What must hold in an experiment beyond the types of its values. */
final class ExperimentRules {
  private static final int MOST_CLIPS_PER_SHARD = 10_000;
  private static final double ROUNDING = 1e-6;
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final Places places;
  private final NamedFiles files;
  private final Requirements require;

  /**
   * Rules for one file.
   *
   * @param files what the file names
   */
  ExperimentRules(Places places, NamedFiles files) {
    this.places = places;
    this.files = files;
    this.require = new Requirements(places);
  }

  void check(ExperimentFile file) {
    require.name("experiment", file.experiment());
    require.range("clips_per_shard", file.clipsPerShard(), 1, MOST_CLIPS_PER_SHARD);
    require.distinct("data", file.data(), Function.identity());
    require.distinct("corpora", file.corpora(), Function.identity());
    checkSplits(file.splits());
    require.that(
        !file.models().isEmpty() || !file.networks().isEmpty(),
        "models",
        "is empty, and so is networks; name at least one model of either kind.");
    checkFeatures(file.features());
    checkModels(file);
    new NetworkRules(places, files).check(file.networks());
    checkNames(file);
    checkRegistration(file);
    PublishedRules published = new PublishedRules(require);
    file.published().ifPresent(results -> published.check("published", results));
  }

  private void checkSplits(List<SplitSettings> splits) {
    require.that(!splits.isEmpty(), "splits", "is empty; name at least one split.");
    require.distinct("splits", splits, SplitSettings::name);
    for (int i = 0; i < splits.size(); i++) {
      checkSplit("splits[" + i + "]", splits.get(i));
    }
  }

  private void checkSplit(String path, SplitSettings split) {
    require.name(path + ".name", split.name());
    require.properShare(path + ".train", split.train());
    require.properShare(path + ".validation", split.validation());
    require.properShare(path + ".test", split.test());
    double sum = split.train() + split.validation() + split.test();
    require.that(
        Math.abs(sum - 1) < ROUNDING,
        path,
        "has shares that add up to %s; train, validation and test must add up to 1."
            .formatted(
                BigDecimal.valueOf(sum).round(SIX_DIGITS).stripTrailingZeros().toPlainString()));
  }

  private void checkFeatures(List<FeatureChoice> sets) {
    boolean listed = places.has("features[0]") || sets.size() != 1;
    for (int i = 0; i < sets.size(); i++) {
      String path = listed ? "features[" + i + "]" : "features";
      sets.get(i).name().ifPresent(name -> require.name(path + ".name", name));
      new FeatureRules(require, path).check(sets.get(i));
    }
    require.distinct("features", sets, FeatureChoice::called);
  }

  private void checkModels(ExperimentFile file) {
    require.that(
        !file.features().isEmpty() || file.models().isEmpty(),
        "features",
        "is missing, and the models hear nothing else. Add `features: {set: paper}`.");
    require.distinct("models", file.models(), BaselineSettings::name);
    ModelRules rules =
        new ModelRules(require, file.features().stream().map(FeatureChoice::called).toList());
    for (int i = 0; i < file.models().size(); i++) {
      String path = "models[" + i + "]";
      require.name(path + ".name", file.models().get(i).name());
      rules.check(path, file.models().get(i));
    }
    new AugmentationRules(require, model -> rate(model, file.features())).check(file.models());
  }

  private static int rate(BaselineSettings model, List<FeatureChoice> sets) {
    return sets.stream()
        .filter(set -> model.features().map(set.called()::equals).orElse(true))
        .findFirst()
        .map(set -> set.settings().sampleRate())
        .orElseThrow();
  }

  /** Results are told by name, whichever kind of model they are of. */
  private void checkNames(ExperimentFile file) {
    List<String> models = file.models().stream().map(BaselineSettings::name).toList();
    List<String> networks = file.networks().stream().map(FineTuningSettings::name).toList();
    for (int i = 0; i < networks.size(); i++) {
      require.that(
          !models.contains(networks.get(i)),
          "networks[" + i + "].name",
          "is '%s', as one of the models is called already.".formatted(networks.get(i)));
    }
  }

  private void checkRegistration(ExperimentFile file) {
    require.name("registration.model_name", file.registration().modelName());
    List<String> splits = file.splits().stream().map(SplitSettings::name).toList();
    String chosen = file.registration().split();
    require.that(
        splits.contains(chosen),
        "registration.split",
        "is '%s', which is none of the splits.%s"
            .formatted(chosen, NearestName.hint(splits, chosen)));
  }
}
