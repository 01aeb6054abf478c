package dev.emovox.wav2vec2.engine.library;

import dev.emovox.domain.InvalidInputException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A libtorch that lies in a folder: of a Python package {@code torch}, of PyTorch's own archive, or
 * one that DJL unpacked.
 *
 * @param folder holds {@code libtorch.so}
 */
record ExternalLibrary(Path folder) {
  private static final String VERSION = "([0-9]+\\.[0-9]+\\.[0-9]+)";
  private static final Pattern PYTHON =
      Pattern.compile("(?m)^__version__ *= *['\"]" + VERSION + "[^'\"]*['\"]");
  private static final Pattern ARCHIVE = Pattern.compile("^" + VERSION);
  private static final Pattern UNPACKED = Pattern.compile("^" + VERSION + "-[0-9]+-[a-z]+[0-9]*-");
  private static final long LARGEST_VERSION_FILE = 100_000;

  /**
   * The first libtorch in a list of folders or files.
   *
   * @param places separated as in {@code PATH}
   */
  static Optional<ExternalLibrary> find(String places) {
    String name = System.mapLibraryName("torch");
    for (String place : places.split(Pattern.quote(File.pathSeparator), -1)) {
      Path path = Path.of(place.strip()).toAbsolutePath().normalize();
      Path folder = path.endsWith(name) ? path.getParent() : path;
      if (!place.isBlank() && Files.isRegularFile(folder.resolve(name))) {
        return Optional.of(new ExternalLibrary(folder));
      }
    }
    return Optional.empty();
  }

  /** Its version as the files around it tell; empty if none does. */
  Optional<String> version() {
    return found(PYTHON, read(folder.resolveSibling("version.py")))
        .or(() -> found(ARCHIVE, read(folder.resolveSibling("build-version"))))
        .or(() -> found(UNPACKED, folder.getFileName().toString()));
  }

  /** Whether it can compute on graphics cards. */
  boolean hasCuda() {
    return Files.isRegularFile(folder.resolve(System.mapLibraryName("torch_cuda")));
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String read(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST_VERSION_FILE
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new InvalidInputException(
          "The version of libtorch can't be read from %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
