package dev.emovox.cli.checkpoint;

import dev.emovox.domain.Digest;
import dev.emovox.domain.TemperatureScaling;
import java.util.Optional;

/**
 * The model package around a network.
 *
 * @param digest its identity
 * @param calibration how its probabilities are calibrated; empty if they are not
 * @param selfTestClips clips that every loading of it is tested with; 0 without a self-test
 */
public record InspectedPackage(
    Digest digest, Optional<TemperatureScaling> calibration, int selfTestClips) {}
