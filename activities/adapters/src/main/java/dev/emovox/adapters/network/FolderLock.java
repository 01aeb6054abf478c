package dev.emovox.adapters.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
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
   * What this process holds. It must be known without a look at the file: POSIX takes a process'
   * lock away as soon as the process closes any descriptor of the file.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

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
    Path name = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(name)) {
      return Optional.empty();
    }
    Optional<Held> held = Optional.empty();
    try {
      held = lock(name);
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException("locking " + file, e);
    } finally {
      if (held.isEmpty()) {
        HELD_HERE.remove(name);
      }
    }
  }

  private static Optional<Held> lock(Path name) throws IOException {
    FileChannel channel =
        FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new Held(name, channel));
  }

  /** A lock that is held until it is closed. */
  public static final class Held implements AutoCloseable {
    private final Path name;
    private final FileChannel channel;

    Held(Path name, FileChannel channel) {
      this.name = name;
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
        throw new UncheckedIOException("unlocking " + name, e);
      } finally {
        HELD_HERE.remove(name);
      }
    }
  }
}
