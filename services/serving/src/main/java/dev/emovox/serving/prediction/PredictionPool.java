package dev.emovox.serving.prediction;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads that decode and predict: a fixed number, with a queue of fixed length before them.
 * Work that finds the queue full is refused at once, so that a burst makes clients wait or come
 * back, and never eats the memory.
 *
 * <p>Safe for use by several threads; {@link #submit} does not wait.
 */
public final class PredictionPool implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads;

  /**
   * Makes the pool.
   *
   * @param size threads, at least one
   * @param queue clips that may wait for a thread, at least one
   */
  public PredictionPool(int size, int queue) {
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            size,
            size,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            task -> {
              Thread thread = new Thread(task, "prediction-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Runs {@code work} on a thread of the pool. The future fails with what {@code work} throws.
   *
   * @throws OverloadedException if the queue is full
   */
  public <T> CompletableFuture<T> submit(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException e) {
      throw new OverloadedException(e);
    }
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
