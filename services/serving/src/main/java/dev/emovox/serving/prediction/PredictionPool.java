package dev.emovox.serving.prediction;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that decode, and that compute models which gain nothing from batches. How much may
 * wait for them is bounded by {@link Admission}.
 *
 * <p>Safe for use by several threads; {@link #execute} does not wait.
 */
public final class PredictionPool implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;

  /**
   * Makes the pool.
   *
   * @param size threads, at least one
   */
  public PredictionPool(int size) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "prediction-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs {@code work}, which must not throw, on a thread of the pool. */
  void execute(Runnable work) {
    threads.execute(work);
  }

  /** Takes work back; false if a thread has begun it. */
  boolean remove(Runnable work) {
    return threads.remove(work);
  }

  /** How many clips wait for a thread now. */
  public int waiting() {
    return threads.getQueue().size();
  }

  /** Takes no more work, lets what was taken end, and gives up after a few seconds. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      threads.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
