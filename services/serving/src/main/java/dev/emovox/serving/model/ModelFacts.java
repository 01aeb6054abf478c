package dev.emovox.serving.model;

import dev.emovox.domain.TemperatureScaling;
import dev.emovox.inference.Preprocessing;
import java.util.Optional;

/**
 * What a model's package says that people ask for.
 *
 * @param preprocessing how audio is prepared
 * @param calibration how probabilities are calibrated; empty if they are not
 * @param selfTestClips clips of the self-test that was passed; 0 if the package has none
 */
public record ModelFacts(
    Preprocessing preprocessing, Optional<TemperatureScaling> calibration, int selfTestClips) {

  /** Of a package with neither calibration nor self-test. */
  public static ModelFacts of(Preprocessing preprocessing) {
    return new ModelFacts(preprocessing, Optional.empty(), 0);
  }
}
