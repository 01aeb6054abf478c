package dev.emovox.serving.model;

import java.time.Duration;

/**
 * How long to wait before a refused version is tried again: the first delay, doubled with every
 * attempt, up to the longest. A package may be repaired or restored, so it is never given up.
 *
 * @param first delay after the first attempt
 * @param longest upper bound of every delay
 */
public record RetryBackoff(Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 20;

  /** The delay after {@code attempts} refused attempts, which is at least one. */
  public Duration after(int attempts) {
    Duration delay = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
