package dev.emovox.wav2vec2.hub.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * How often a request is tried and how long is waited between: twice as long each time.
 *
 * @param attempts tries in a row that brought next to nothing
 * @param first the first wait
 * @param longest no wait is longer, whatever the hub asks for
 * @param pause waits
 */
public record RetryPolicy(int attempts, Duration first, Duration longest, Pause pause) {

  /** Waits, or does not where a test has no time. */
  @FunctionalInterface
  public interface Pause {
    /** Returns after so long. */
    void of(Duration length) throws InterruptedException;
  }

  /** Six tries within about a minute. */
  public static RetryPolicy standard() {
    return new RetryPolicy(
        6, Duration.ofSeconds(1), Duration.ofMinutes(2), wait -> Thread.sleep(wait.toMillis()));
  }

  boolean isExhausted(int failures) {
    return failures >= attempts;
  }

  /** Waits after so many failures in a row. */
  void await(int failures, IOException failure) {
    Duration wanted =
        failure instanceof PassingFailure passing
            ? passing.wanted().orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration own = first.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration longer = wanted.compareTo(own) > 0 ? wanted : own;
    try {
      pause.of(longer.compareTo(longest) > 0 ? longest : longer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }
}
