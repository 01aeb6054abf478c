package dev.emovox.cli.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for files that are needed for a moment. It goes with all it holds when it is closed, and
 * when the process is interrupted.
 */
final class ScratchFolder implements AutoCloseable {
  private static final int TRIES = 5;

  private final Path path;
  private final Thread atInterruption = new Thread(this::abandon, "scratch-folder");

  private ScratchFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(atInterruption);
  }

  /**
   * A new folder.
   *
   * @param parent made if it is not there
   */
  static ScratchFolder below(Path parent) {
    try {
      Files.createDirectories(parent);
      return new ScratchFolder(Files.createTempDirectory(parent, ".scratch-"));
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be used for files that are needed for a moment: %s. Check the folder and its disk."
              .formatted(parent, e),
          e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atInterruption);
      delete();
    } catch (IllegalStateException e) {
      // The process is being interrupted: the hook deletes.
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + path, e);
    }
  }

  /** Whoever is still at work may put files there meanwhile. */
  private void abandon() {
    for (int i = 0; i < TRIES; i++) {
      try {
        delete();
        return;
      } catch (IOException | UncheckedIOException e) {
        // Once more: a file came or went under our hands.
      }
    }
  }

  private void delete() throws IOException {
    try (Stream<Path> content = Files.walk(path)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
