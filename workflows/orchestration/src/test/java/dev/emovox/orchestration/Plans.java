package dev.emovox.orchestration;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.contracts.ScheduleOverlap;
import dev.emovox.contracts.ScheduleRules;
import dev.emovox.contracts.ScheduledRun;
import dev.emovox.domain.AugmentationStep;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.NoiseColour;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.Span;
import dev.emovox.domain.SplitPolicy;
import dev.emovox.domain.SplitSettings;
import java.util.List;
import java.util.Optional;

/** Plans for tests. */
final class Plans {
  static final String RANDOM = "random";
  static final String SPEAKER = "speaker";
  static final String FOREST = "forest";
  static final String NOISE = "noise";
  static final String LOGISTIC = "logistic";

  private Plans() {}

  /** Two splits, two models, shards of ten clips. */
  static ExperimentPlan twoByTwo(String runId) {
    return new ExperimentPlan(
        runId,
        "baselines",
        7,
        List.of("/speech"),
        List.of(new CorpusSource("ravdess", "name: ravdess")),
        List.of(
            new SplitSettings(RANDOM, SplitPolicy.STRATIFIED_RANDOM, 0.7, 0.15, 0.15),
            new SplitSettings(SPEAKER, SplitPolicy.SPEAKER_DISJOINT, 0.7, 0.15, 0.15)),
        List.of(FeatureSettings.paper()),
        10,
        List.of(
            new BaselineSettings.LogisticRegression(LOGISTIC, 1, 100),
            new BaselineSettings.RandomForest(FOREST, 10, 1)),
        List.of(),
        new RegistrationPlan("emovox", RANDOM),
        "experiment: baselines");
  }

  /** The same plan with another choice of what is registered. */
  static ExperimentPlan registering(ExperimentPlan plan, String split) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits(),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        plan.networks(),
        new RegistrationPlan("emovox", split),
        plan.configuration());
  }

  /** The plan with its forest on a feature set of its own. */
  static ExperimentPlan withTwoFeatureSets(ExperimentPlan plan) {
    FeatureSettings versions = FeatureSettings.paperSevenVersions();
    return changed(
        plan,
        List.of(
            plan.models().get(0), plan.models().get(1).withFeatures(Optional.of(versions.set()))),
        List.of(FeatureSettings.paper(), versions),
        plan.networks());
  }

  /** Two copies of every training clip, with noise. */
  static OfflineAugmentation noise() {
    return new OfflineAugmentation(
        NOISE, 2, List.of(new AugmentationStep.Noise(NoiseColour.WHITE, new Span(10, 20), 1)));
  }

  /** The plan with its forest fitted on copies too. */
  static ExperimentPlan withAugmentation(ExperimentPlan plan, OfflineAugmentation augmentation) {
    return changed(
        plan,
        List.of(
            plan.models().get(0), plan.models().get(1).withAugmentation(Optional.of(augmentation))),
        plan.features(),
        plan.networks());
  }

  /** The plan on other features. */
  static ExperimentPlan onFeatures(ExperimentPlan plan, List<FeatureSettings> features) {
    return changed(plan, plan.models(), features, plan.networks());
  }

  /** The plan with networks besides its baselines. */
  static ExperimentPlan with(ExperimentPlan plan, FineTuningSettings... networks) {
    return changed(plan, plan.models(), plan.features(), List.of(networks));
  }

  /** The plan with networks instead of its baselines. */
  static ExperimentPlan only(ExperimentPlan plan, FineTuningSettings... networks) {
    return changed(plan, List.of(), List.of(), List.of(networks));
  }

  private static ExperimentPlan changed(
      ExperimentPlan plan,
      List<BaselineSettings> models,
      List<FeatureSettings> features,
      List<FineTuningSettings> networks) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits(),
        features,
        plan.clipsPerShard(),
        models,
        networks,
        plan.registration(),
        plan.configuration());
  }

  /** The same plan on its first split alone. */
  static ExperimentPlan onOneSplit(ExperimentPlan plan) {
    return new ExperimentPlan(
        plan.runId(),
        plan.experiment(),
        plan.seed(),
        plan.directories(),
        plan.corpora(),
        plan.splits().subList(0, 1),
        plan.features(),
        plan.clipsPerShard(),
        plan.models(),
        plan.networks(),
        plan.registration(),
        plan.configuration());
  }

  /** A schedule of the small plan. */
  static ScheduledRun scheduled(String id, boolean onlyIfChanged) {
    ScheduleRules rules =
        new ScheduleRules("30 2 * * *", "UTC", 0, 0, ScheduleOverlap.SKIP, 60, 0, true);
    return new ScheduledRun(id, onlyIfChanged, rules, twoByTwo(""));
  }
}
