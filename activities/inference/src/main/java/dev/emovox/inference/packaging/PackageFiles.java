package dev.emovox.inference.packaging;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Where the files of a model package are read from. Nothing is verified here. */
@FunctionalInterface
public interface PackageFiles {

  /**
   * All bytes of one file, for files that are small by their nature.
   *
   * @throws InvalidInputException if there is no such file
   */
  byte[] read(String name);

  /**
   * Streams one file of any size. A source that holds large files overrides this.
   *
   * @throws InvalidInputException if there is no such file
   * @throws IOException if {@code out} throws it
   */
  default void copy(String name, OutputStream out) throws IOException {
    out.write(read(name));
  }

  /** The names of all files, where the source can tell; then files too many are refused. */
  default Optional<Set<String>> names() {
    return Optional.empty();
  }

  /** The folder of this machine that holds the files, if one does; then they are used in place. */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /** The files of a directory. */
  static PackageFiles directory(Path directory) {
    return new PackageDirectory(directory);
  }
}
