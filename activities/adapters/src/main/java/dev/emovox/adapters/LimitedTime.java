package dev.emovox.adapters;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that is not waited for longer than a while. Safe for use by several threads.
 *
 * @param limit the while
 */
record LimitedTime(Duration limit) {

  /**
   * Does work in a thread of its own. When the time is over, or the caller is interrupted, that
   * thread is interrupted and left alone; it should look whether it was before it changes anything.
   *
   * @param name of the thread
   * @throws TimeoutException if the time is over
   * @throws ExecutionException with what the work failed of
   */
  void run(String name, Runnable work)
      throws TimeoutException, ExecutionException, InterruptedException {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      task.cancel(true);
    }
  }
}
