package dev.emovox.contracts;

/**
 * A fitted model.
 *
 * @param stage output {@code model}, fitted on training and validation parts, {@code validation}
 *     (JSON), the scores of a twin fitted on the training part alone, and {@code calibration}
 *     (JSON) of the twin's probabilities, unless the validation part is too small for it
 * @param validationUnweightedAverageRecall of that twin on the validation part
 */
public record FitOutcome(StageResult stage, double validationUnweightedAverageRecall) {}
