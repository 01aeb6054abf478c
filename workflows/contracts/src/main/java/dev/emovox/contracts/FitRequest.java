package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.LabelSet;
import java.util.Optional;

/**
 * What to fit on what.
 *
 * @param model what to fit
 * @param features the feature table
 * @param split the parts
 * @param labels class order
 * @param seed of the random choices
 * @param augmented copies of training clips that it is fitted on too
 */
public record FitRequest(
    BaselineSettings model,
    ArtifactRef features,
    ArtifactRef split,
    LabelSet labels,
    long seed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<AugmentedTraining> augmented) {

  public FitRequest {
    // Requests older than augmented sets have none.
    augmented = augmented == null ? Optional.empty() : augmented;
  }
}
