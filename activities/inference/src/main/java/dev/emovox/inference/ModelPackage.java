package dev.emovox.inference;

import dev.emovox.domain.TemperatureScaling;
import dev.emovox.drift.DriftReference;
import dev.emovox.inference.selftest.SelfTest;
import java.util.Optional;

/**
 * A model with everything that is needed to use it and to say where it comes from. Its identity is
 * the digest of {@code package.json}, which holds the digests of all other files. Holds no times
 * and no run ids, so that the same model is the same package.
 *
 * <p>Immutable and safe for use by several threads.
 */
public sealed interface ModelPackage extends LoadableModel
    permits BaselinePackage, Wav2Vec2Package {

  /** How logits become calibrated probabilities; empty if the package was made without. */
  Optional<TemperatureScaling> calibration();

  /** What every loading of the model is tested with; empty if the package was made without. */
  Optional<SelfTest> selfTest();

  /**
   * What the model's input and its answers were like when it was made; older packages have none.
   */
  Optional<DriftReference> driftReference();
}
