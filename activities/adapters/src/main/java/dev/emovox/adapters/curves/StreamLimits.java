package dev.emovox.adapters.curves;

import java.time.Duration;

/**
 * How patient a stream of metrics is.
 *
 * @param pause between two batches
 * @param shortestRetry pause after a first failure; doubled with each that follows
 * @param longestRetry pause between two tries at most
 * @param closing how long closing waits for what is left
 * @param points most points that wait to be sent
 */
record StreamLimits(
    Duration pause, Duration shortestRetry, Duration longestRetry, Duration closing, int points) {
  static final StreamLimits STANDARD =
      new StreamLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          50_000);
}
