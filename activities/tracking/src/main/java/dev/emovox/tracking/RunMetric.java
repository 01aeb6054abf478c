package dev.emovox.tracking;

import java.time.Instant;

/**
 * One value of a metric. The same metric, step and time is logged once only, so take the time from
 * what is measured and not from the clock of an attempt.
 *
 * @param name name of the metric
 * @param value finite value
 * @param time when it was measured, in whole milliseconds
 * @param step position in a series; 0 for a single value
 */
public record RunMetric(String name, double value, Instant time, long step) {

  public RunMetric {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("metric " + name + " is " + value);
    }
  }
}
