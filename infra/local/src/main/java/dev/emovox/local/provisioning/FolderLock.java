package dev.emovox.local.provisioning;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of one process at a time work on a folder. The lock is a file beside the folder;
 * it ends with the process.
 *
 * @param folder need not exist
 */
public record FolderLock(Path folder) {
  /** The file lock is the process's: threads need one of their own. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  /** Work that may fail on files. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  /** Waits until the lock is free, then does the work while holding it. */
  public void holding(Work work) throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    Files.createDirectories(folder.getParent());
    ReentrantLock threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
    threads.lock();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock held = channel.lock();
      try {
        work.run();
      } finally {
        held.release();
      }
    } finally {
      threads.unlock();
    }
  }
}
