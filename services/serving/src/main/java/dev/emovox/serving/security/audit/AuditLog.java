package dev.emovox.serving.security.audit;

import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Entries as lines of JSON in a file. Whoever adds one never waits for the disk: a thread of its
 * own writes them. If it can't keep up, entries are dropped and counted, and the count is said.
 *
 * <p>Safe for use by several threads.
 */
public final class AuditLog implements AutoCloseable {
  private static final int WAITING = 10_000;
  private static final long PATIENCE_SECONDS = 5;

  private final SnakeCaseJson json = new SnakeCaseJson();
  private final AtomicLong dropped = new AtomicLong();
  private final RotatedFile file;
  private final Consumer<String> trouble;
  private final ThreadPoolExecutor writer;

  /**
   * Opens the log.
   *
   * @param largest bytes of one file
   * @param old full files that are kept beside it
   * @param trouble told what could not be written
   * @throws dev.emovox.domain.InvalidInputException if the file can't be written
   */
  public AuditLog(Path path, long largest, int old, Consumer<String> trouble) {
    this.file = new RotatedFile(path, largest, old);
    this.trouble = trouble;
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task -> new Thread(task, "audit-log"),
            (task, pool) -> dropped.incrementAndGet());
  }

  /** Adds an entry; it is written soon. */
  public void add(AuditEntry entry) {
    writer.execute(() -> write(entry));
  }

  /** Writes what waits, for a few seconds at most. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        trouble.accept("The audit log could not be written to its end.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(AuditEntry entry) {
    try {
      file.add(json.write(entry));
      long lost = dropped.getAndSet(0);
      if (lost > 0) {
        trouble.accept("%d entries of the audit log were lost: too many at once.".formatted(lost));
      }
    } catch (IOException e) {
      trouble.accept("An entry of the audit log could not be written: " + e);
    }
  }
}
