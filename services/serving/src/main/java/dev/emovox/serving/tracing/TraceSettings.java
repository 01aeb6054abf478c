package dev.emovox.serving.tracing;

import java.time.Duration;
import java.util.Optional;

/**
 * How predictions are kept.
 *
 * @param share of the predictions, from 0 for none to 1 for all
 * @param capacity rows that wait in memory at most; more are lost
 * @param interval between two tables
 * @param retention how long hours are kept; for good if empty
 */
public record TraceSettings(
    double share, int capacity, Duration interval, Optional<Duration> retention) {

  public TraceSettings {
    if (!(share >= 0 && share <= 1) || capacity < 1 || interval.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "a share lies between 0 and 1, and room and interval are above 0");
    }
  }
}
