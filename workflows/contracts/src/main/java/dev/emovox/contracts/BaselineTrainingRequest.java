package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import java.util.Optional;

/**
 * One model on one split.
 *
 * @param settings what to fit
 * @param splitName what the split is called in results
 * @param manifest the clips
 * @param split the parts
 * @param features the feature table
 * @param preprocessing the preprocessing record
 * @param labels class order
 * @param seed of the random choices
 * @param augmented copies of training clips that it is fitted on too
 */
public record BaselineTrainingRequest(
    BaselineSettings settings,
    String splitName,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef features,
    FeatureSettings preprocessing,
    LabelSet labels,
    long seed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AugmentedTraining> augmented) {

  public BaselineTrainingRequest {
    // Requests older than augmented sets have none.
    augmented = augmented == null ? Optional.empty() : augmented;
  }
}
