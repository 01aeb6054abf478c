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
import java.util.function.Supplier;

/**
 * Tells Temporal that an activity works, for computations that can't tell how far they are. The
 * beat lasts exactly as long as the computation; how long that may be is bounded by the activity's
 * start-to-close time-out. Loops over clips beat for themselves, once for every clip.
 */
public final class Heartbeats implements AutoCloseable {
  private static final int BEATS_PER_TIMEOUT = 4;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Heartbeats::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The result of {@code work}.
   *
   * @throws ActivityCompletionException if the activity was cancelled meanwhile, or belongs to
   *     another worker now
   */
  public <T> T during(Supplier<T> work) {
    ActivityExecutionContext context = Activity.getExecutionContext();
    Duration timeout = context.getInfo().getHeartbeatTimeout();
    if (timeout.isZero()) {
      return work.get();
    }
    AtomicReference<ActivityCompletionException> ended = new AtomicReference<>();
    long pause = timeout.toMillis() / BEATS_PER_TIMEOUT;
    ScheduledFuture<?> beat =
        clock.scheduleAtFixedRate(() -> beat(context, ended), pause, pause, TimeUnit.MILLISECONDS);
    try {
      return unlessEnded(work.get(), ended);
    } finally {
      beat.cancel(false);
    }
  }

  private static void beat(
      ActivityExecutionContext context, AtomicReference<ActivityCompletionException> ended) {
    try {
      context.heartbeat(null);
    } catch (ActivityCompletionException e) {
      ended.set(e);
    }
  }

  private static <T> T unlessEnded(T result, AtomicReference<ActivityCompletionException> ended) {
    if (ended.get() != null) {
      throw ended.get();
    }
    return result;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
