package dev.emovox.wav2vec2.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Keeps everybody else, in this process and in others, away from a part of the cache. It ends with
 * the process that holds it, however that ends.
 *
 * @param file what is locked; made if it is not there
 */
record CacheLock(Path file) {
  private static final long LOOK_AGAIN_MILLIS = 200;

  /** Waits for the lock and holds it during the work. */
  <T> T during(Supplier<T> work) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (!isTaken(channel)) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      }
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("interrupted").initCause(e);
    }
  }

  /** The lock goes with the channel. */
  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this process has it.
      return false;
    }
  }
}
