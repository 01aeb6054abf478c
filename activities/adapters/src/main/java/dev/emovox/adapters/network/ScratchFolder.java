package dev.emovox.adapters.network;

import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for one piece of work, gone when it is closed. What a process that was killed left
 * behind is removed when the next one is made.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final FolderLock.Held held;

  private ScratchFolder(Path folder, FolderLock.Held held) {
    this.folder = folder;
    this.held = held;
  }

  /**
   * A new one.
   *
   * @throws dev.emovox.domain.InvalidInputException if the cache's folder can't be made
   */
  public static ScratchFolder in(CacheFolder cache) {
    Path root = cache.folder("scratch");
    return new FolderLock(root.resolve("all.creation"))
        .during(
            () -> {
              removeAbandoned(root);
              return make(root);
            });
  }

  private static ScratchFolder make(Path root) {
    try {
      Path folder = Files.createTempDirectory(root, "work-");
      FolderLock lock = new FolderLock(root.resolve(folder.getFileName() + LOCK));
      return new ScratchFolder(folder, lock.attempt().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("making a scratch folder in " + root, e);
    }
  }

  private static void removeAbandoned(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path lock : entries.filter(entry -> entry.toString().endsWith(LOCK)).toList()) {
        Optional<FolderLock.Held> held = new FolderLock(lock).attempt();
        if (held.isPresent()) {
          String name = lock.getFileName().toString();
          remove(root.resolve(name.substring(0, name.length() - LOCK.length())), held.get());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cleaning " + root, e);
    }
  }

  private static void remove(Path folder, FolderLock.Held held) throws IOException {
    try (held) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> tree = Files.walk(folder)) {
          for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(path);
          }
        }
      }
      Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + LOCK));
    }
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /**
   * Makes sure that its disk has some room left.
   *
   * @param purpose what needs the room, as the beginning of a sentence
   * @throws WorkFailedException if it has less
   */
  public void requireRoom(String purpose, long bytes) {
    try {
      long room = Files.getFileStore(folder).getUsableSpace();
      if (room < bytes) {
        throw new WorkFailedException(
            "%s needs %d MB in %s, which has %d MB left. Make room there, or set EMOVOX_CACHE_DIR to a folder on a larger disk, and resume the run."
                .formatted(purpose, bytes >> 20, folder.getParent(), room >> 20));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("asking for the room in " + folder, e);
    }
  }

  /** A new, empty folder inside. */
  public Path newFolder(String prefix) {
    try {
      return Files.createTempDirectory(folder, prefix);
    } catch (IOException e) {
      throw new UncheckedIOException("making a folder in " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      remove(folder, held);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + folder, e);
    }
  }
}
