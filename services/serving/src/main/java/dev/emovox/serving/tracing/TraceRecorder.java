package dev.emovox.serving.tracing;

import dev.emovox.serving.prediction.Classification;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.PredictionId;
import dev.emovox.traces.PredictionRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Collects a row of each prediction and stores them a table at a time, on a thread of its own. A
 * store that is slow or away costs nothing but rows: they wait for it, and when there is no more
 * room for them they are counted and forgotten.
 *
 * <p>Safe for use by several threads; only {@link #close} waits.
 */
public final class TraceRecorder implements AutoCloseable {
  /** Most rows of a table, so that one table is soon written and soon read. */
  private static final int MOST_ROWS = 10_000;

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
  private static final Duration FORGETTING = Duration.ofHours(1);

  private final PredictionArchive archive;
  private final TraceSettings settings;
  private final TraceListener listener;
  private final InstantSource clock;
  private final BlockingQueue<PredictionRow> rows;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean hurried = new AtomicBoolean();

  /** Used by the thread alone. */
  private Instant nextForgetting = Instant.MIN;

  /** Starts the thread. */
  public TraceRecorder(
      PredictionArchive archive,
      TraceSettings settings,
      TraceListener listener,
      InstantSource clock) {
    this.archive = archive;
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
    this.rows = new ArrayBlockingQueue<>(settings.capacity());
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread writer = new Thread(task, "prediction-traces");
              writer.setDaemon(true);
              return writer;
            });
    long pause = settings.interval().toNanos();
    var unused = thread.scheduleWithFixedDelay(this::store, pause, pause, TimeUnit.NANOSECONDS);
  }

  /** Keeps a prediction if it is in the sample and there is room. */
  public void record(Classification answer) {
    if (PredictionId.place(answer.id()) >= settings.share()) {
      return;
    }
    if (!rows.offer(TraceRows.of(answer))) {
      listener.lost(1);
    }
    if (rows.size() > settings.capacity() / 2 && hurried.compareAndSet(false, true)) {
      hurry();
    }
  }

  /** How many rows wait for the store. */
  public int waiting() {
    return rows.size();
  }

  /** Stores before the interval is over, once until the next time. */
  private void hurry() {
    try {
      thread.execute(this::store);
    } catch (RejectedExecutionException e) {
      // Closing: what waits is being stored for the last time.
    }
  }

  private void store() {
    try {
      while (storeSome()) {}
      forget();
    } catch (RuntimeException e) {
      listener.failed(e);
    } finally {
      hurried.set(false);
    }
  }

  /** Looks for hours that are over once an hour, since that lists all there are. */
  private void forget() {
    Instant now = clock.instant();
    if (settings.retention().isPresent() && !now.isBefore(nextForgetting)) {
      archive.removeBefore(now.minus(settings.retention().get()));
      nextForgetting = now.plus(FORGETTING);
    }
  }

  /** Stores a table of the rows that have waited longest; false if there are none. */
  private boolean storeSome() {
    List<PredictionRow> some = new ArrayList<>();
    for (PredictionRow row : rows) {
      if (some.size() < MOST_ROWS) {
        some.add(row);
      }
    }
    if (some.isEmpty()) {
      return false;
    }
    // They leave when they are stored: a failure loses nothing. Nobody else takes rows away.
    archive.write(some);
    some.forEach(row -> rows.poll());
    listener.written(some.size());
    return true;
  }

  /** Stores what waits, and gives up after a few seconds; what is left then is lost. */
  @Override
  public void close() {
    hurry();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<PredictionRow> left = new ArrayList<>();
    rows.drainTo(left);
    if (!left.isEmpty()) {
      listener.lost(left.size());
    }
  }
}
