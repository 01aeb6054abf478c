package dev.emovox.cli.experiment;

import dev.emovox.domain.SplitSettings;
import dev.emovox.settings.yaml.NearestName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What must hold in an experiment beyond the types of its values. */
final class ExperimentRules {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
  private static final int MOST_CLIPS_PER_SHARD = 10_000;
  private static final double ROUNDING = 1e-6;
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private final Places places;

  ExperimentRules(Places places) {
    this.places = places;
  }

  void check(ExperimentFile file) {
    requireName("experiment", file.experiment());
    require(
        file.clipsPerShard() >= 1 && file.clipsPerShard() <= MOST_CLIPS_PER_SHARD,
        "clips_per_shard",
        "must be between 1 and " + MOST_CLIPS_PER_SHARD + ".");
    distinct("data", file.data(), Function.identity());
    distinct("corpora", file.corpora(), Function.identity());
    checkSplits(file.splits());
    new FeatureRules(places).check(file.features());
    checkModels(file);
    checkRegistration(file);
  }

  private void checkSplits(List<SplitSettings> splits) {
    require(!splits.isEmpty(), "splits", "is empty; name at least one split.");
    distinct("splits", splits, SplitSettings::name);
    for (int i = 0; i < splits.size(); i++) {
      checkSplit("splits[" + i + "]", splits.get(i));
    }
  }

  private void checkSplit(String path, SplitSettings split) {
    requireName(path + ".name", split.name());
    requireShare(path + ".train", split.train());
    requireShare(path + ".validation", split.validation());
    requireShare(path + ".test", split.test());
    double sum = split.train() + split.validation() + split.test();
    require(
        Math.abs(sum - 1) < ROUNDING,
        path,
        "has shares that add up to %s; train, validation and test must add up to 1."
            .formatted(
                BigDecimal.valueOf(sum).round(SIX_DIGITS).stripTrailingZeros().toPlainString()));
  }

  private void requireShare(String path, double share) {
    require(share > 0 && share < 1, path, "must lie between 0 and 1, both left out.");
  }

  private void checkModels(ExperimentFile file) {
    require(!file.models().isEmpty(), "models", "is empty; name at least one model.");
    distinct("models", file.models(), model -> model.name());
    ModelRules rules = new ModelRules(places);
    for (int i = 0; i < file.models().size(); i++) {
      String path = "models[" + i + "]";
      requireName(path + ".name", file.models().get(i).name());
      rules.check(path, file.models().get(i));
    }
  }

  private void checkRegistration(ExperimentFile file) {
    requireName("registration.model_name", file.registration().modelName());
    List<String> splits = file.splits().stream().map(SplitSettings::name).toList();
    String chosen = file.registration().split();
    require(
        splits.contains(chosen),
        "registration.split",
        "is '%s', which is none of the splits.%s"
            .formatted(chosen, NearestName.hint(splits, chosen)));
  }

  private <T> void distinct(String path, List<T> entries, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      String its = name.apply(entries.get(i));
      require(seen.add(its), path + "[" + i + "]", "repeats '%s'.".formatted(its));
    }
  }

  private void requireName(String path, String name) {
    require(
        NAME.matcher(name).matches(),
        path,
        "is '%s'; a name has lower-case letters, digits and single hyphens inside, 60 at most."
            .formatted(name));
  }

  private void require(boolean holds, String path, String reason) {
    if (!holds) {
      throw places.wrong(path, reason);
    }
  }
}
