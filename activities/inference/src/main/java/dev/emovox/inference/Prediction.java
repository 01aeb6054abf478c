package dev.emovox.inference;

/**
 * What a model says about a clip. The arrays belong to the caller.
 *
 * @param label the most probable class; of equals the first in class order
 * @param probabilities one a class, in the order of the predictor's labels
 * @param logits unnormalised log-probabilities, same order
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers; never compared
public record Prediction(String label, double[] probabilities, double[] logits) {}
