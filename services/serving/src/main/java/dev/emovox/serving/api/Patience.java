package dev.emovox.serving.api;

import dev.emovox.serving.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a client waits for its answer.
 *
 * @param longest what each clip of the request is given at most
 * @param asked what the client gives the whole of its request; empty if it does not say
 * @param since when the request began, {@link System#nanoTime()}
 */
public record Patience(Duration longest, Optional<Duration> asked, long since) {
  /** The header in which clients say it, in seconds. */
  static final String HEADER = "X-Request-Timeout";

  private static final double NANOSECONDS = 1e9;

  /**
   * Reads the header; the time begins now.
   *
   * @param header null if the client did not give it
   * @param longest what each clip is given at most
   * @throws ProblemException if it is not a number of seconds above 0
   */
  static Patience of(String header, Duration longest) {
    return new Patience(
        longest, Optional.ofNullable(header).map(Patience::duration), System.nanoTime());
  }

  private static Duration duration(String header) {
    double seconds = Numbers.positive("header " + HEADER, header);
    return Duration.ofNanos((long) Math.max(1, seconds * NANOSECONDS));
  }

  /** What a clip that is begun now is given; zero if the time is over. */
  public Duration left() {
    Duration left = asked.map(all -> all.minusNanos(System.nanoTime() - since)).orElse(longest);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(longest) < 0 ? left : longest;
  }
}
