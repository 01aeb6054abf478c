package dev.emovox.inference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where the files of a model package are read from. */
@FunctionalInterface
public interface PackageFiles {

  /**
   * All bytes of one file.
   *
   * @throws dev.emovox.domain.InvalidInputException if there is no such file
   */
  byte[] read(String name);

  /** The names of all files, where the source can tell; then files too many are refused. */
  default Optional<Set<String>> names() {
    return Optional.empty();
  }

  /** The files of a directory. */
  static PackageFiles directory(Path directory) {
    return name -> {
      throw new UnsupportedOperationException("not written yet: " + directory);
    };
  }
}
