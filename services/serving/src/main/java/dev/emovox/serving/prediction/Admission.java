package dev.emovox.serving.prediction;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets in no more requests than can be worked on and may wait, and none that would wait longer than
 * its client does. How long requests take is measured while there are any.
 *
 * <p>Safe for use by several threads; nothing here waits.
 */
public final class Admission {
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);

  private final Capacity capacity;
  private final LongSupplier clock;
  private final ServiceTime serviceTime = new ServiceTime();
  private int inside;
  private long lastChange;

  /**
   * An empty service.
   *
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  public Admission(Capacity capacity, LongSupplier clock) {
    this.capacity = capacity;
    this.clock = clock;
  }

  /**
   * How many requests there may be.
   *
   * @param working worked on at once
   * @param waiting beyond those
   * @param retryAfter what clients hear before anything was measured
   */
  public record Capacity(int working, int waiting, Duration retryAfter) {

    public Capacity {
      if (working < 1 || waiting < 0) {
        throw new IllegalArgumentException("no capacity: " + working + " and " + waiting);
      }
    }
  }

  /**
   * Lets a request in; {@link #leave} must follow.
   *
   * @param patience how long its client waits
   * @throws OverloadedException if there is no room, or it would not be answered in time
   */
  public synchronized void enter(Duration patience) {
    if (inside >= capacity.working() + capacity.waiting() || expectedWait() > patience.toNanos()) {
      throw new OverloadedException(retryAfter());
    }
    if (inside == 0) {
      lastChange = clock.getAsLong();
    }
    inside++;
  }

  /**
   * Keeps a place for a request that was let in and is worked on once more; so must leave twice.
   */
  public synchronized void stay() {
    inside++;
  }

  /**
   * Lets a request out.
   *
   * @param worked whether work was done on it; only then its time counts
   */
  public synchronized void leave(boolean worked) {
    inside--;
    long now = clock.getAsLong();
    if (worked) {
      serviceTime.ended(now - lastChange);
      lastChange = now;
    }
  }

  /** Requests that are being worked on or wait. */
  public synchronized int inside() {
    return inside;
  }

  /** Nanoseconds until a request that came now would be begun. */
  private double expectedWait() {
    return Math.max(0, inside - capacity.working() + 1) * serviceTime.nanoseconds();
  }

  private Duration retryAfter() {
    double nanoseconds = inside * serviceTime.nanoseconds();
    if (nanoseconds == 0) {
      return capacity.retryAfter();
    }
    Duration drained = Duration.ofNanos((long) nanoseconds);
    return drained.compareTo(LONGEST_RETRY) < 0 ? drained : LONGEST_RETRY;
  }
}
