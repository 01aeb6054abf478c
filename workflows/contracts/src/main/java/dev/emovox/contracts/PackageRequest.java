package dev.emovox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;
import java.util.Optional;

/**
 * What goes into a model package.
 *
 * @param model the fitted model
 * @param kind its kind as written in configuration
 * @param labels class order
 * @param preprocessing how audio becomes the model's input
 * @param manifest the clips it learnt from
 * @param split the parts
 * @param features the feature table
 * @param evaluation the report of its test
 * @param augmented the set of copies that it learnt from too
 * @param calibration how its probabilities are calibrated (JSON)
 */
public record PackageRequest(
    ArtifactRef model,
    String kind,
    LabelSet labels,
    FeatureSettings preprocessing,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef features,
    ArtifactRef evaluation,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ArtifactRef> augmented,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ArtifactRef> calibration) {

  public PackageRequest {
    // Requests older than augmented sets, and than calibrations, have none.
    augmented = augmented == null ? Optional.empty() : augmented;
    calibration = calibration == null ? Optional.empty() : calibration;
  }
}
