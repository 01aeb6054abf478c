package dev.emovox.adapters.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Keeps everybody else, in this process and in others, away from a folder. It ends with the process
 * that holds it, however that ends.
 *
 * @param file what is locked; made if it is not there
 */
public record FolderLock(Path file) {
  private static final long LOOK_AGAIN_MILLIS = 100;

  /**
   * Waits for the lock and holds it during the work.
   *
   * @throws CancellationException if the thread is interrupted while it waits
   */
  public <T> T during(Supplier<T> work) {
    try (Held held = await()) {
      return held.keeping(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  private Held await() throws InterruptedException {
    Optional<Held> held = attempt();
    while (held.isEmpty()) {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      held = attempt();
    }
    return held.get();
  }

  /** The lock, if nobody has it. */
  public Optional<Held> attempt() {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        return Optional.of(new Held(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("locking " + file, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return false;
    }
  }

  /** A lock that is held until it is closed. */
  public static final class Held implements AutoCloseable {
    private final FileChannel channel;

    Held(FileChannel channel) {
      this.channel = channel;
    }

    private <T> T keeping(Supplier<T> work) {
      return work.get();
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("unlocking", e);
      }
    }
  }
}
