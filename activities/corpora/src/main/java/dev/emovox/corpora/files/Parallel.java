package dev.emovox.corpora.files;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Works through a list with all cores and gives the results in the list's order. */
public final class Parallel {
  /** Items under way or done out of turn; enough to keep all threads busy past a slow one. */
  private static final int AHEAD = 1024;

  private Parallel() {}

  /**
   * Applies {@code work} to every item.
   *
   * @param work called by several threads; what it throws ends everything and is thrown here
   * @param done told by the calling thread how many items are done; may end everything by throwing
   * @throws CancellationException if the thread was interrupted
   */
  public static <T, R> List<R> map(List<T> items, Function<T, R> work, IntConsumer done) {
    List<R> results = new ArrayList<>(items.size());
    each(
        items,
        work,
        result -> {
          results.add(result);
          done.accept(results.size());
        });
    return results;
  }

  /**
   * Applies {@code work} to every item and keeps nothing.
   *
   * @param work called by several threads; what it throws ends everything and is thrown here
   * @param each told the results in the items' order by the calling thread; may end everything by
   *     throwing
   * @throws CancellationException if the thread was interrupted
   */
  public static <T, R> void each(List<T> items, Function<T, R> work, Consumer<R> each) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Parallel::thread);
    try {
      Deque<Future<R>> running = new ArrayDeque<>();
      for (T item : items) {
        if (running.size() == AHEAD) {
          each.accept(result(running.remove()));
        }
        running.add(threads.submit(() -> work.apply(item)));
      }
      for (Future<R> future : running) {
        each.accept(result(future));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "corpora");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException("only unchecked exceptions can be thrown", e);
    }
  }
}
