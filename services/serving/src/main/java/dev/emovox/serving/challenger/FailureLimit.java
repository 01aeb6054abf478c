package dev.emovox.serving.challenger;

import java.time.Duration;

/**
 * How often a challenger may fail.
 *
 * @param failures so many are too many
 * @param within this time
 */
public record FailureLimit(int failures, Duration within) {

  public FailureLimit {
    if (failures < 1 || within.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "EMOVOX_SERVING_CHALLENGER_FAILURES is at least 1, and"
              + " EMOVOX_SERVING_CHALLENGER_FAILURE_TIME is above 0");
    }
  }
}
