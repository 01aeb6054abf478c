package dev.emovox.adapters.epochs;

import java.time.Duration;

/**
 * How long the next piece of work, such as a step, may take before it is taken for stuck: ten times
 * the longest so far, a minute at least. Of the first one nothing is known but that a large network
 * on a slow processor takes some minutes. Batches differ in length by less than ten times, and a
 * machine that others use too is seldom so much slower.
 */
final class StepAllowance {
  /** For the first piece. */
  static final Duration FIRST = Duration.ofMinutes(20);

  private static final double MULTIPLE = 10;
  private static final Duration LEAST = Duration.ofMinutes(1);

  private double longest;

  /**
   * The time for the next piece.
   *
   * @param seconds what the last one took
   */
  Duration after(double seconds) {
    longest = Math.max(longest, seconds);
    Duration allowed = Duration.ofMillis((long) (1000 * MULTIPLE * longest));
    return allowed.compareTo(LEAST) < 0 ? LEAST : allowed;
  }
}
