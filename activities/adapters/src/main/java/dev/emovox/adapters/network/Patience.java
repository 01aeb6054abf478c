package dev.emovox.adapters.network;

import dev.emovox.domain.ServerUnavailableException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a server that is away, where giving up would throw away what is only in memory. Safe
 * for use by several threads.
 *
 * @param longest after that the failure is thrown
 * @param pause between two tries
 * @param beforeWaiting called before each pause; may throw to end the waiting
 */
public record Patience(Duration longest, Duration pause, Runnable beforeWaiting) {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  /**
   * The result of a call.
   *
   * @throws ServerUnavailableException if the server stays away
   * @throws CancellationException if the thread is interrupted while it waits
   */
  public <T> T with(Supplier<T> call) {
    long begin = System.nanoTime();
    while (true) {
      try {
        return call.get();
      } catch (ServerUnavailableException e) {
        if (System.nanoTime() - begin > longest.toNanos()) {
          throw e;
        }
        LOG.warn("Waiting: {}", e.getMessage());
        await();
      }
    }
  }

  private void await() {
    beforeWaiting.run();
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException)
          new CancellationException("interrupted while waiting for a server").initCause(e);
    }
  }
}
