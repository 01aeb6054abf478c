package dev.emovox.local.supervision;

import java.time.Duration;

/**
 * How long to wait before a service is started again: twice as long each time, up to a limit, and
 * from the beginning again once it has run for a while. Not thread-safe.
 */
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration LONGEST = Duration.ofSeconds(30);
  static final Duration GOOD_RUN = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /** The pause after a run of the given length. */
  Duration pauseAfter(Duration run) {
    if (run.compareTo(GOOD_RUN) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return pause;
  }
}
