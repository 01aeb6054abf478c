package dev.emovox.cli.prediction;

import dev.emovox.access.KeyToken;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The key with which the prediction service is asked, from {@code EMOVOX_SERVING_KEY} or the file
 * that {@code EMOVOX_SERVING_KEY_FILE} names.
 *
 * @param environment variables of the process
 */
public record ServiceKey(Map<String, String> environment) {
  private static final String KEY = "EMOVOX_SERVING_KEY";
  private static final String FILE = "EMOVOX_SERVING_KEY_FILE";
  private static final int LARGEST = 1 << 10;

  /**
   * The key, if one is set.
   *
   * @throws InvalidInputException if it has not the form of a key, or its file can't be read
   */
  public Optional<Secret> value() {
    Optional<String> text = set(KEY);
    return text.isPresent()
        ? text.map(value -> parsed(KEY, value))
        : set(FILE).map(file -> parsed(FILE, content(file)));
  }

  private Optional<String> set(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Never repeats what it was given: it may be another secret. */
  private static Secret parsed(String variable, String text) {
    return KeyToken.parse(text)
        .map(KeyToken::text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s holds no key of the prediction service: emx_ and what `./emovox serving-key create` printed after it."
                        .formatted(variable)));
  }

  private static String content(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new InvalidInputException(
          "%s names the file %s, which can't be read.".formatted(FILE, file), e);
    }
  }
}
