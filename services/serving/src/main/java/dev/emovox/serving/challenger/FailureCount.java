package dev.emovox.serving.challenger;

import dev.emovox.serving.model.LiveModel;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The recent failures of the challenger that failed last. Safe for use by several threads. */
public final class FailureCount {
  private final FailureLimit limit;
  private final InstantSource clock;
  private final Deque<Instant> recent = new ArrayDeque<>();
  private Optional<LiveModel> model = Optional.empty();

  /** No failure yet. */
  public FailureCount(FailureLimit limit, InstantSource clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Counts a failure now; true if that model has too many. */
  synchronized boolean add(LiveModel failed) {
    if (!model.equals(Optional.of(failed))) {
      recent.clear();
      model = Optional.of(failed);
    }
    Instant now = clock.instant();
    recent.add(now);
    while (recent.element().isBefore(now.minus(limit.within()))) {
      recent.remove();
    }
    return recent.size() >= limit.failures();
  }

  FailureLimit limit() {
    return limit;
  }
}
