package dev.emovox.serving.model;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Calls one action again and again on a thread of its own, with a pause between the end of one call
 * and the start of the next. The first call is made at once.
 */
public final class PollingLoop implements AutoCloseable {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread;

  /**
   * Starts the loop.
   *
   * @param action must not throw
   * @param pause between calls
   */
  public PollingLoop(String name, Runnable action, Duration pause) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread poller = new Thread(task, name);
              poller.setDaemon(true);
              return poller;
            });
    var unused = thread.scheduleWithFixedDelay(action, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Stops: a call in progress is interrupted and given a few seconds to end. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      thread.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
