package dev.emovox.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work done by several threads at the same moment. */
final class Race {
  private Race() {}

  static <T> List<T> of(int runners, Callable<T> work) throws Exception {
    CyclicBarrier together = new CyclicBarrier(runners);
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        futures.add(
            threads.submit(
                () -> {
                  together.await();
                  return work.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
