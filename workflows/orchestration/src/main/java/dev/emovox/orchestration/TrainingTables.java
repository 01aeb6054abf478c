package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentedTraining;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What baselines are fitted on.
 *
 * @param features tables of all clips by feature set
 * @param copies tables of copies of training clips
 */
record TrainingTables(Map<String, ArtifactRef> features, Map<Copies, AugmentedTraining> copies) {

  /**
   * Which copies.
   *
   * @param split whose training part was copied
   * @param augmentation how
   * @param features what was computed of the copies
   */
  record Copies(String split, String augmentation, String features) {}

  TrainingTables {
    features = Map.copyOf(features);
    copies = Map.copyOf(copies);
  }

  /** Tables of clips alone. */
  static TrainingTables of(Map<String, ArtifactRef> features) {
    return new TrainingTables(features, Map.of());
  }

  /** The copies that a model is fitted on, if it asks for any. */
  Optional<AugmentedTraining> augmented(
      BaselineSettings model, String split, FeatureSettings features) {
    return model
        .augmentation()
        .map(its -> copies.get(new Copies(split, its.called(), features.set())));
  }
}
