package dev.emovox.cli.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for files that are needed for a moment; it goes with all it holds.
 *
 * @param path where it is
 */
public record ScratchFolder(Path path) implements AutoCloseable {

  /**
   * A new folder.
   *
   * @param parent made if it is not there
   */
  public static ScratchFolder below(Path parent) {
    try {
      Files.createDirectories(parent);
      return new ScratchFolder(Files.createTempDirectory(parent, ".scratch-"));
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s can't be used for files that are needed for a moment: %s. Check the folder and its disk, or choose another EMOVOX_HOME."
              .formatted(parent, e),
          e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> content = Files.walk(path)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + path, e);
    }
  }
}
