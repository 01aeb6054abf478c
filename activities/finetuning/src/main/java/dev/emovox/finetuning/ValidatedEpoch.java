package dev.emovox.finetuning;

import dev.emovox.domain.TemperatureScaling;
import dev.emovox.domain.ValidationScores;
import java.util.Optional;

/**
 * What the validation part says about a network after an epoch.
 *
 * @param scores by which the checkpoint is selected
 * @param calibration of its probabilities; empty if there are too few clips for it. The part that
 *     selects the checkpoint calibrates it too, so that it is a little too good on these clips
 */
public record ValidatedEpoch(ValidationScores scores, Optional<TemperatureScaling> calibration) {}
