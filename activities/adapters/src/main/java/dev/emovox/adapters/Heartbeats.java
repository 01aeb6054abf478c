package dev.emovox.adapters;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tells Temporal that an activity works, from a thread of its own: neither a slow clip nor a busy
 * store makes an activity look dead. The beat lasts exactly as long as the work; how long that may
 * be is bounded by the activity's start-to-close time-out.
 */
public final class Heartbeats implements AutoCloseable {
  private static final int BEATS_PER_TIMEOUT = 12;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Heartbeats::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /** How far the work of an activity is; safe for use by several threads. */
  public static final class Beat {
    private final ActivityExecutionContext context;
    private final AtomicReference<ActivityCompletionException> ended = new AtomicReference<>();
    private volatile Integer done;

    private Beat(ActivityExecutionContext context) {
      this.context = context;
    }

    /**
     * Takes note of what is done; the next beat tells it.
     *
     * @throws ActivityCompletionException if the activity was cancelled meanwhile, or belongs to
     *     another worker now
     */
    public void at(int count) {
      done = count;
      throwIfEnded();
    }

    private void send() {
      try {
        context.heartbeat(done);
      } catch (ActivityCompletionException e) {
        ended.set(e);
      }
    }

    private void throwIfEnded() {
      if (ended.get() != null) {
        throw ended.get();
      }
    }
  }

  /**
   * The result of {@code work}.
   *
   * @throws ActivityCompletionException if the activity was cancelled meanwhile, or belongs to
   *     another worker now
   */
  public <T> T during(Supplier<T> work) {
    return during(beat -> work.get());
  }

  /**
   * The result of {@code work}, which tells how far it is and ends when nobody waits for it any
   * more.
   *
   * @throws ActivityCompletionException as of {@link #during(Supplier)}
   */
  public <T> T during(Function<Beat, T> work) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Duration timeout = context.getInfo().getHeartbeatTimeout();
    Beat beat = new Beat(context);
    if (timeout.isZero()) {
      return work.apply(beat);
    }
    long pause = timeout.toMillis() / BEATS_PER_TIMEOUT;
    ScheduledFuture<?> beating =
        clock.scheduleAtFixedRate(beat::send, 0, pause, TimeUnit.MILLISECONDS);
    try {
      T result = work.apply(beat);
      beat.throwIfEnded();
      return result;
    } finally {
      beating.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
