package dev.emovox.inference;

import dev.emovox.domain.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where the files of a model package are read from. */
@FunctionalInterface
public interface PackageFiles {

  /**
   * All bytes of one file.
   *
   * @throws InvalidInputException if there is no such file
   */
  byte[] read(String name);

  /** The names of all files, where the source can tell; then files too many are refused. */
  default Optional<Set<String>> names() {
    return Optional.empty();
  }

  /** The files of a directory, none of them larger than a gibibyte. */
  static PackageFiles directory(Path directory) {
    return new PackageDirectory(directory);
  }
}
