package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.AugmentedTraining;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FailureType;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.StageNames;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import dev.emovox.orchestration.TrainingTables.Copies;
import io.temporal.failure.ApplicationFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the copies that baselines are fitted on, split by split, and computes their features. One
 * set after the other: each keeps all workers busy.
 *
 * <p>Plans without augmentation take none of these steps, so histories older than them replay as
 * they are, without a version marker.
 */
final class AugmentedTables {
  private final ExperimentPlan plan;
  private final StageRunner stages;
  private final IngestionOutcome ingestion;

  AugmentedTables(ExperimentPlan plan, StageRunner stages, IngestionOutcome ingestion) {
    this.plan = plan;
    this.stages = stages;
    this.ingestion = ingestion;
  }

  /** The tables with those of copies. */
  TrainingTables addTo(TrainingTables tables, Map<String, SplitOutcome> splits) {
    Map<Copies, AugmentedTraining> copies = new LinkedHashMap<>();
    for (SplitSettings split : plan.splits()) {
      for (OfflineAugmentation augmentation : plan.augmentations()) {
        AugmentationOutcome set = set(augmentation, split.name(), splits.get(split.name()));
        for (FeatureSettings features : featuresOf(augmentation)) {
          copies.put(
              new Copies(split.name(), augmentation.called(), features.set()),
              new AugmentedTraining(set.set(), table(set, augmentation, features, split.name())));
        }
      }
    }
    return new TrainingTables(tables.features(), copies);
  }

  private List<FeatureSettings> featuresOf(OfflineAugmentation augmentation) {
    return plan.models().stream()
        .filter(model -> model.augmentation().filter(augmentation::equals).isPresent())
        .map(plan::featuresOf)
        .distinct()
        .toList();
  }

  private AugmentationOutcome set(
      OfflineAugmentation augmentation, String splitName, SplitOutcome split) {
    String stage = StageNames.augment(augmentation.called(), splitName);
    AugmentationRange all =
        new AugmentationRange(
            ingestion.stage().output("manifest"),
            split.stage().output("split"),
            augmentation,
            plan.seed(),
            0,
            ingestion.clips());
    long copies = (long) split.clips().getOrDefault(SplitPart.TRAIN, 0) * augmentation.copies();
    return stages.run(
        StageRunner.begun(stage, copies, "copies"),
        () -> withCopies(stage, new AugmentationFanOut(plan, stage).set(all)),
        AugmentationOutcome::stage);
  }

  /** Single copies that can't be made are rejects; if it is all of them, something is wrong. */
  private static AugmentationOutcome withCopies(String stage, AugmentationOutcome set) {
    if (set.copies() == 0) {
      throw ApplicationFailure.newNonRetryableFailure(
          "The stage '%s' made no copy of any clip; %d could not be made. Look at its rejects."
              .formatted(stage, set.rejects()),
          FailureType.WORK_FAILED);
    }
    return set;
  }

  private ArtifactRef table(
      AugmentationOutcome set,
      OfflineAugmentation augmentation,
      FeatureSettings features,
      String splitName) {
    String stage = StageNames.features(features.set(), augmentation.called(), splitName);
    return FeatureFanOut.run(
        plan, stages, stage, new FeatureRange(set.set(), features, 0, set.copies()));
  }
}
