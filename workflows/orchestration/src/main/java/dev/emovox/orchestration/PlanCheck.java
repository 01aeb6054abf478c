package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.SplitSettings;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses a plan that could only fail later. Plans of the command line have been checked with file
 * and line; this guards against those that come another way.
 */
final class PlanCheck {
  /** Names become parts of workflow ids and of keys in the tracking server. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  private PlanCheck() {}

  /**
   * Checks that there is something to do and that names are distinct.
   *
   * @throws ApplicationFailure of type invalid input
   */
  static void verify(ExperimentPlan plan) {
    List<String> splits = plan.splits().stream().map(SplitSettings::name).toList();
    List<String> models = models(plan);
    require(!plan.directories().isEmpty(), "names no folder with speech");
    require(!plan.corpora().isEmpty(), "names no corpus");
    require(plan.clipsPerShard() > 0, "has " + plan.clipsPerShard() + " clips in a shard");
    require(!models.isEmpty(), "names no model");
    require(distinct(models), "gives two models the same name: " + models);
    requireFeatures(plan);
    requireAugmentations(plan.augmentations());
    plan.networks().forEach(NetworkCheck::verify);
    require(distinct(splits), "gives two splits the same name: " + splits);
    require(NAME.matcher(plan.runId()).matches(), "has the run id '" + plan.runId() + "'");
    requireNames(splits);
    requireNames(models);
    String registered = plan.registration().split();
    require(
        splits.contains(registered),
        "registers a model of the split '" + registered + "', which is not one of " + splits);
  }

  private static void requireFeatures(ExperimentPlan plan) {
    List<String> sets = plan.features().stream().map(FeatureSettings::set).toList();
    require(!sets.isEmpty() || plan.models().isEmpty(), "names baselines, but no features");
    require(distinct(sets), "gives two feature sets the same name: " + sets);
    requireNames(sets);
    for (BaselineSettings model : plan.models()) {
      require(
          model.features().map(sets::contains).orElse(true),
          "fits %s on the features '%s', which are none of %s"
              .formatted(model.name(), model.features().orElse(""), sets));
    }
  }

  private static void requireAugmentations(List<OfflineAugmentation> augmentations) {
    List<String> names = augmentations.stream().map(OfflineAugmentation::called).toList();
    require(distinct(names), "gives two augmentations the same name: " + names);
    requireNames(names);
    for (OfflineAugmentation augmentation : augmentations) {
      int copies = augmentation.copies();
      require(
          copies >= 1 && copies <= OfflineAugmentation.MOST_COPIES,
          "makes %d copies of each clip by %s".formatted(copies, augmentation.called()));
      require(
          augmentation.preset().isEmpty() && !augmentation.steps().isEmpty(),
          "does not say what the steps of the augmentation '%s' are"
              .formatted(augmentation.called()));
    }
  }

  private static List<String> models(ExperimentPlan plan) {
    return Stream.concat(
            plan.models().stream().map(BaselineSettings::name),
            plan.networks().stream().map(FineTuningSettings::name))
        .toList();
  }

  static void requireNames(List<String> names) {
    names.forEach(
        name ->
            require(
                NAME.matcher(name).matches(),
                "has the name '" + name + "', which is not letters, digits, '.', '_' and '-'"));
  }

  static boolean distinct(List<String> names) {
    return names.stream().distinct().count() == names.size();
  }

  static void require(boolean holds, String complaint) {
    if (!holds) {
      throw ApplicationFailure.newNonRetryableFailure(
          "The experiment's plan " + complaint + ". Correct the experiment's file.",
          FailureType.INVALID_INPUT);
    }
  }
}
