package dev.emovox.finetuning.audio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Prepares what is needed next on a thread of its own, a few items ahead and in their order. What
 * goes wrong there is thrown where the item would have been handed out. For one thread at a time.
 *
 * @param <I> what is to be prepared
 * @param <T> what is made of it
 */
public final class Prefetcher<I, T> implements AutoCloseable {
  private static final long LONGEST_END_SECONDS = 60;

  private final Iterator<I> items;
  private final Function<? super I, ? extends T> preparation;
  private final Deque<Future<T>> ahead = new ArrayDeque<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "prefetch");
            made.setDaemon(true);
            return made;
          });

  /**
   * Begins to prepare.
   *
   * @param items what to prepare; read by the thread that calls this object
   * @param preparation done on the other thread
   * @param most how many items, 1 or more, are in work or ready while none is asked for
   */
  public Prefetcher(Iterable<I> items, Function<? super I, ? extends T> preparation, int most) {
    this.items = items.iterator();
    this.preparation = preparation;
    for (int i = 0; i < most; i++) {
      submit();
    }
  }

  private void submit() {
    if (items.hasNext()) {
      I item = items.next();
      ahead.add(thread.submit(() -> preparation.apply(item)));
    }
  }

  /** Whether there is another item. */
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  /**
   * The next item; waits for it.
   *
   * @throws RuntimeException what the preparation threw
   * @throws java.util.NoSuchElementException if there is no other item
   * @throws InterruptedException if the calling thread is interrupted
   */
  public T next() throws InterruptedException {
    Future<T> next = ahead.remove();
    submit();
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("preparing an item", e.getCause());
    }
  }

  /** Gives up what is in work and waits until the other thread is done with it. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Preparing an item does not end when it is interrupted.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
