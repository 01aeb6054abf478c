package dev.emovox.contracts;

/**
 * A fitted model.
 *
 * @param stage output {@code model}, fitted on training and validation parts, and {@code
 *     validation} (JSON), the scores of a twin fitted on the training part alone
 * @param validationUnweightedAverageRecall of that twin on the validation part
 */
public record FitOutcome(StageResult stage, double validationUnweightedAverageRecall) {}
