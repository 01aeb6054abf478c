package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the token of the hub's user. */
final class HubToken {
  /** In the order in which they count. */
  private static final List<String> VARIABLES = List.of("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN");

  private static final String IN_FILE = "HF_TOKEN_PATH";
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
  private static final int LONGEST = 4096;

  private HubToken() {}

  /**
   * The token by variable, else from the file that a variable names.
   *
   * @throws InvalidInputException if there is one that can't be sent
   */
  static Optional<Secret> find(Map<String, String> environment) {
    for (String name : VARIABLES) {
      String value = environment.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return Optional.of(checked(name, value));
      }
    }
    String file = environment.getOrDefault(IN_FILE, "").strip();
    return file.isEmpty() ? Optional.empty() : Optional.of(checked(IN_FILE, content(file)));
  }

  private static Secret checked(String source, String value) {
    if (value.length() > LONGEST || !TOKEN.matcher(value).matches()) {
      throw new InvalidInputException(
          "%s holds no token: those are a single word of printable characters. Make one in the settings of your account on the hub."
              .formatted(source));
    }
    return new Secret(value);
  }

  private static String content(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return new String(in.readNBytes(LONGEST + 2), StandardCharsets.UTF_8).strip();
    } catch (IOException | InvalidPathException e) {
      throw new InvalidInputException(
          "%s names %s, which can't be read (%s). Name the file that holds your token, or unset the variable."
              .formatted(IN_FILE, file, e.getClass().getSimpleName()),
          e);
    }
  }
}
