package dev.emovox.inference.packaging;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A model package's files in a directory. */
public final class PackageDirectory implements PackageFiles {
  /** The largest file that is taken into memory. */
  private static final long MAX_BYTES = 1L << 30;

  private final Path directory;

  /** The files of {@code directory}, which need not be there yet. */
  public PackageDirectory(Path directory) {
    this.directory = directory;
  }

  @Override
  public byte[] read(String name) {
    Path file = existing(name);
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        throw new InvalidInputException(
            "File %s has %d bytes, more than the %d that a file of this kind of model package may have."
                .formatted(file, bytes, MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void copy(String name, OutputStream out) throws IOException {
    Files.copy(existing(name), out);
  }

  /** Size and digest of one file, which is streamed. */
  public PackagedFile describe(String name) {
    Path file = existing(name);
    try {
      return new PackagedFile(name, Digest.of(file), Files.size(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private Path existing(String name) {
    Path file = directory.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          "There is no file %s; %s is not a whole model package.".formatted(file, directory));
    }
    return file;
  }

  private static InvalidInputException unreadable(Path file, IOException e) {
    return new InvalidInputException(
        "File %s can't be read (%s); look at its permissions.".formatted(file, e), e);
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

  @Override
  public Optional<Path> folder() {
    return Optional.of(directory);
  }

  private Set<String> list() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Writes files, the description last, so that an interrupted package is none.
   *
   * @throws InvalidInputException if the directory is not empty
   */
  public void write(Map<String, byte[]> files) {
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
      add(PackageDescription.FILE, files.get(PackageDescription.FILE));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Puts one more file into the directory, which must be there. */
  public void add(String name, byte[] content) {
    try {
      Files.write(directory.resolve(name), content);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private WorkFailedException unwritable(IOException e) {
    return new WorkFailedException(
        "The model package can't be written to %s (%s).".formatted(directory, e), e);
  }
}
