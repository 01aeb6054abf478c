package dev.emovox.inference;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model package's files in a directory. */
final class PackageDirectory implements PackageFiles {
  private static final long MAX_BYTES = 1L << 30;

  private final Path directory;

  PackageDirectory(Path directory) {
    this.directory = directory;
  }

  @Override
  public byte[] read(String name) {
    Path file = directory.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            "There is no file %s; %s is not a whole model package.".formatted(file, directory));
      }
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new InvalidInputException(
            "File %s has %d bytes, more than the %d that a file of a model package may have."
                .formatted(file, bytes, MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          "File %s can't be read (%s); look at its permissions.".formatted(file, e), e);
    }
  }

  @Override
  public Optional<Set<String>> names() {
    try {
      return Optional.of(list());
    } catch (IOException e) {
      throw new InvalidInputException(
          "Directory %s can't be read (%s); a model package is a directory with %s in it."
              .formatted(directory, e, PackageDescription.FILE),
          e);
    }
  }

  private Set<String> list() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Writes files, the description last, so that an interrupted package is none. */
  void write(Map<String, byte[]> files) {
    try {
      Files.createDirectories(directory);
      if (!list().isEmpty()) {
        throw new InvalidInputException(
            "Directory %s is not empty; a model package is written to a new or empty one."
                .formatted(directory));
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (!file.getKey().equals(PackageDescription.FILE)) {
          Files.write(directory.resolve(file.getKey()), file.getValue());
        }
      }
      Files.write(directory.resolve(PackageDescription.FILE), files.get(PackageDescription.FILE));
    } catch (IOException e) {
      throw new WorkFailedException(
          "The model package can't be written to %s (%s).".formatted(directory, e), e);
    }
  }
}
