package dev.emovox.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deletes files of tests. */
final class Folders {
  private Folders() {}

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) {
    delete(folder, path -> true);
  }

  /** Deletes the files, and with them the folders, that match. */
  static void delete(Path folder, Predicate<Path> matching) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> doomed = found.filter(matching).sorted(Comparator.reverseOrder()).toList();
      for (Path path : doomed) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
