package dev.emovox.cli.console;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A line on standard error about work that takes long, and nothing about work that does not. While
 * it is open, nobody else may write to the console.
 */
public final class LateMessage implements AutoCloseable {
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Says {@code line} unless this is closed within {@code patience}.
   *
   * @param console where to say it
   */
  public LateMessage(Console console, Duration patience, String line) {
    thread = new Thread(() -> await(console, patience, line), "late-message");
    thread.setDaemon(true);
    thread.start();
  }

  private void await(Console console, Duration patience, String line) {
    try {
      if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        console.message(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
