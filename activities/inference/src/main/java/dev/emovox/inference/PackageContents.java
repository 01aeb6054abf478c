package dev.emovox.inference;

import dev.emovox.baselines.BaselineModel;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.packaging.Provenance;
import java.util.Optional;

/**
 * What goes into a baseline's package.
 *
 * @param model the fitted model; its label set becomes the package's
 * @param preprocessing how a clip becomes the model's input
 * @param provenance what the model was made from
 * @param driftReference what its input and its answers were like when it was made
 * @param calibration how its logits become calibrated probabilities; empty to leave them
 */
public record PackageContents(
    BaselineModel model,
    FeatureSettings preprocessing,
    Provenance provenance,
    Optional<DriftReference> driftReference,
    Optional<TemperatureScaling> calibration) {

  /** Of a model whose probabilities stay as they are. */
  public PackageContents(
      BaselineModel model,
      FeatureSettings preprocessing,
      Provenance provenance,
      Optional<DriftReference> driftReference) {
    this(model, preprocessing, provenance, driftReference, Optional.empty());
  }

  /** Nor with a reference for drift. */
  public PackageContents(
      BaselineModel model, FeatureSettings preprocessing, Provenance provenance) {
    this(model, preprocessing, provenance, Optional.empty());
  }
}
