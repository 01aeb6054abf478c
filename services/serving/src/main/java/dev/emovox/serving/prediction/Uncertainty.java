package dev.emovox.serving.prediction;

import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When an answer is said to be uncertain, so that an application can ask a human instead.
 *
 * @param below the probability that the most probable class must have for an answer to be certain;
 *     empty to say nothing of it
 */
public record Uncertainty(OptionalDouble below) {

  public Uncertainty {
    if (below.isPresent() && !(below.getAsDouble() >= 0 && below.getAsDouble() <= 1)) {
      throw new InvalidInputException(
          "EMOVOX_SERVING_UNCERTAIN_BELOW is %s; it must be a probability, from 0 to 1, or not be set."
              .formatted(below.getAsDouble()));
    }
  }

  /**
   * Whether an answer is uncertain; null if nothing is said of it.
   *
   * @param scores one for each class, with calibrated probabilities if the model has a calibration
   */
  public Boolean of(List<ClassScore> scores) {
    return below.isEmpty()
        ? null
        : (Boolean) (ClassScore.mostProbable(scores).probability() < below.getAsDouble());
  }
}
