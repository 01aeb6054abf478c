package dev.emovox.lineage.building;

import dev.emovox.domain.ServerUnavailableException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.lineage.source.LineageSource;
import dev.emovox.records.RunRecord;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the records of many runs, several at once, for each takes a server's round trip; and hands
 * them on in their order. No more than {@value #AHEAD} are held at a time.
 *
 * @param source may be asked by several threads
 */
record RunReading(LineageSource source) {
  private static final int AT_ONCE = 16;
  private static final int AHEAD = 64;

  /**
   * Reads records.
   *
   * @param each gets those that there are, in the calling thread
   * @param damaged gets the names of those that can't be read, and why
   */
  void read(
      List<String> names,
      Consumer<RunRecord> each,
      BiConsumer<String, WorkFailedException> damaged) {
    ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE, RunReading::daemon);
    try {
      Iterator<String> next = names.iterator();
      Queue<Future<Optional<RunRecord>>> ahead = new ArrayDeque<>();
      for (String name : names) {
        while (ahead.size() < AHEAD && next.hasNext()) {
          String later = next.next();
          ahead.add(readers.submit(() -> source.run(later)));
        }
        try {
          result(ahead.remove()).ifPresent(each);
        } catch (WorkFailedException e) {
          damaged.accept(name, e);
        }
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lineage-records");
    thread.setDaemon(true);
    return thread;
  }

  private static Optional<RunRecord> result(Future<Optional<RunRecord>> reading) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("reading the record of a run", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailableException("Reading the records of runs was interrupted.", e);
    }
  }
}
