package dev.emovox.inference;

import dev.emovox.domain.LabelSet;

/**
 * What a model says about a clip. The arrays belong to the caller.
 *
 * @param label the most probable class; of equals the first in class order
 * @param probabilities one a class, in the order of the predictor's labels
 * @param logits unnormalised log-probabilities, same order
 */
@SuppressWarnings("ArrayRecordComponent") // plain numbers; never compared
public record Prediction(String label, double[] probabilities, double[] logits) {

  static Prediction of(LabelSet labels, double[] probabilities, double[] logits) {
    return new Prediction(labels.name(largest(probabilities)), probabilities, logits);
  }

  /** Of equal values the first, so that the label does not depend on chance. */
  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
