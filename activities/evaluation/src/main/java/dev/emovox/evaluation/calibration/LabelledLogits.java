package dev.emovox.evaluation.calibration;

import java.util.Arrays;

/**
 * What a model says about a clip whose class is known.
 *
 * @param logits unnormalised log-probabilities in class order; not changed
 * @param truth index of the clip's class
 */
@SuppressWarnings("ArrayRecordComponent") // bulk numbers, never compared
public record LabelledLogits(double[] logits, int truth) {

  public LabelledLogits {
    if (truth < 0 || truth >= logits.length) {
      throw new IllegalArgumentException("class " + truth + " of " + logits.length);
    }
    if (!Arrays.stream(logits).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("logits that are no numbers: " + Arrays.toString(logits));
    }
  }
}
