package dev.emovox.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A line on standard error about work that takes long, and nothing about work that does not.
 *
 * @param console where to say it
 * @param patience work that takes no longer is not told of
 */
public record LateMessage(Console console, Duration patience) {

  /** Does {@code work}, which must not write to the console itself. */
  public <T> T during(String line, Supplier<T> work) {
    CountDownLatch done = new CountDownLatch(1);
    Thread thread = new Thread(() -> await(done, line), "late-message");
    thread.setDaemon(true);
    thread.start();
    try {
      return work.get();
    } finally {
      done.countDown();
      join(thread);
    }
  }

  private void await(CountDownLatch done, String line) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        console.message(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
