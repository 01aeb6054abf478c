package dev.emovox.serving.model;

import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.Preprocessing;
import java.util.Optional;

/**
 * What a model's package says that people ask for.
 *
 * @param preprocessing how audio is prepared
 * @param calibration how probabilities are calibrated; empty if they are not
 * @param selfTestClips clips of the self-test that was passed; 0 if the package has none
 * @param driftReference what the model heard and said when it was made; empty if nobody knows
 */
public record ModelFacts(
    Preprocessing preprocessing,
    Optional<TemperatureScaling> calibration,
    int selfTestClips,
    Optional<DriftReference> driftReference) {

  /** Of a package that says no more. */
  public static ModelFacts of(Preprocessing preprocessing) {
    return new ModelFacts(preprocessing, Optional.empty(), 0, Optional.empty());
  }
}
