package dev.emovox.wav2vec2.engine.library;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * DJL's native interface, built from its sources for one libtorch, as {@code infra/gpu} does: for
 * machines whose libtorch is of a version that no interface is published for.
 *
 * @param file the library
 * @param version the libtorch that it was built for, such as {@code 2.11.0}
 */
record BuiltInterface(Path file, String version) {
  private static final String VARIABLE = "EMOVOX_LIBTORCH_INTERFACE";

  /**
   * The one whose folder {@code EMOVOX_LIBTORCH_INTERFACE} names; empty if the variable is not set.
   *
   * @throws InvalidInputException if there is none in the folder
   */
  static Optional<BuiltInterface> named(Map<String, String> environment) {
    String folder = environment.getOrDefault(VARIABLE, "").strip();
    return folder.isEmpty() ? Optional.empty() : Optional.of(in(Path.of(folder)));
  }

  private static BuiltInterface in(Path folder) {
    Path file = folder.resolve(System.mapLibraryName("djl_torch")).toAbsolutePath();
    try {
      String version = Files.readString(folder.resolve("torch-version")).strip();
      if (Files.isRegularFile(file) && version.matches("[0-9]+\\.[0-9]+\\.[0-9]+")) {
        return new BuiltInterface(file, version);
      }
      throw wrong(folder, null);
    } catch (IOException e) {
      throw wrong(folder, e);
    }
  }

  private static InvalidInputException wrong(Path folder, IOException cause) {
    return new InvalidInputException(
        "%s names %s, where no %s lies beside a file torch-version with the version of libtorch, such as 2.11.0. infra/gpu/build-interface makes both."
            .formatted(VARIABLE, folder, System.mapLibraryName("djl_torch")),
        cause);
  }

  URL url() {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file without a URL: " + file, e);
    }
  }
}
