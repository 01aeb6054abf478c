package dev.emovox.serving.api;

import dev.emovox.serving.problem.ProblemException;
import java.time.Duration;

/** How long a client waits for its answer. */
final class Patience {
  /** The header in which clients say it, in seconds. */
  static final String HEADER = "X-Request-Timeout";

  private static final double NANOSECONDS = 1e9;

  private Patience() {}

  /**
   * Reads the header.
   *
   * @param text null if the client did not give it
   * @param longest what it is cut to, and what counts without it
   * @throws ProblemException if it is not a number of seconds above 0
   */
  static Duration parse(String text, Duration longest) {
    if (text == null) {
      return longest;
    }
    double seconds = Numbers.positive("header " + HEADER, text);
    double nanoseconds = Math.max(1, seconds * NANOSECONDS);
    return nanoseconds < longest.toNanos() ? Duration.ofNanos((long) nanoseconds) : longest;
  }
}
