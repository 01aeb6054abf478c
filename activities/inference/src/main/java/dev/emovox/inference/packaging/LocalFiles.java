package dev.emovox.inference.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A package's files in a folder of this machine.
 *
 * @param folder the folder
 * @param copied whether it is a copy, verified and deleted at the end; else it is the user's, and
 *     nothing in it is verified yet
 */
public record LocalFiles(Path folder, boolean copied) implements AutoCloseable {

  @Override
  public void close() {
    if (!copied) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("deleting the copy of a model in " + folder, e);
    }
  }
}
