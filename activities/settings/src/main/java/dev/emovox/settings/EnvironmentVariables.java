package dev.emovox.settings;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Variables of an environment, read by kind. What is missing or wrong is collected, so that one
 * message can say it all; values of secrets are never repeated in it.
 */
final class EnvironmentVariables {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([^\\s/:\\[\\]]+|\\[[0-9a-fA-F:.]+]):\\d{1,5}");
  private static final long MOST_SECRET_BYTES = 1 << 16;

  private final Map<String, String> environment;
  private final List<String> missing = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  EnvironmentVariables(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Everything that is missing or wrong in one paragraph; empty if nothing is. */
  Optional<String> complaint() {
    List<String> sentences = new ArrayList<>(wrong);
    if (!missing.isEmpty()) {
      String verb = missing.size() == 1 ? " is not set." : " are not set.";
      sentences.add(0, "In the environment, " + String.join(", ", missing) + verb);
    }
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  void wrong(String sentence) {
    wrong.add(sentence);
  }

  /** A variable that may be absent; blank ones are. */
  Optional<String> optional(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  Optional<String> required(String name) {
    Optional<String> value = optional(name);
    if (value.isEmpty()) {
      missing.add(name);
    }
    return value;
  }

  /** Whether both of two values that need each other are there, or neither. */
  boolean together(String first, Optional<?> a, String second, Optional<?> b) {
    if (a.isPresent() != b.isPresent()) {
      wrong(first + " and " + second + " go together, and only one is set.");
    }
    return a.isPresent() == b.isPresent();
  }

  boolean enabled(String name) {
    String text = optional(name).orElse("false").toLowerCase(Locale.ROOT);
    if (!text.equals("true") && !text.equals("false")) {
      wrong(name + " must be 'true' or 'false', not '" + text + "'.");
    }
    return text.equals("true");
  }

  Optional<String> hostAndPort(String name) {
    Optional<String> value = required(name);
    if (value.isPresent() && !HOST_AND_PORT.matcher(value.get()).matches()) {
      wrong(name + " must be HOST:PORT, not '" + value.get() + "'.");
    }
    return value;
  }

  Optional<URI> url(String name) {
    return required(name).flatMap(text -> parsedUrl(name, text));
  }

  Optional<URI> url(String name, String otherwise) {
    return parsedUrl(name, optional(name).orElse(otherwise));
  }

  private Optional<URI> parsedUrl(String name, String text) {
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Said below, without the text: it may hold a password.
    }
    wrong(name + " must be a URL such as http://HOST:PORT or https://HOST, without a user.");
    return Optional.empty();
  }

  /** The name of a file that must be readable. */
  Optional<Path> file(String name) {
    Optional<Path> file = optional(name).flatMap(text -> path(name, text));
    if (file.isPresent() && !Files.isReadable(file.get())) {
      wrong(name + ": the file " + file.get() + " can't be read.");
    }
    return file;
  }

  private Optional<Path> path(String name, String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      wrong(name + " is not the name of a file.");
      return Optional.empty();
    }
  }

  Optional<String> requiredSecret(String name) {
    String inFile = name + EndpointVariable.IN_FILE;
    if (optional(name).isEmpty() && optional(inFile).isEmpty()) {
      missing.add(name + " (or " + inFile + ")");
    }
    return secret(name);
  }

  /** A value given by the variable itself or by a file that {@code NAME_FILE} names. */
  Optional<String> secret(String name) {
    String inFile = name + EndpointVariable.IN_FILE;
    Optional<String> file = optional(inFile);
    if (optional(name).isPresent() && file.isPresent()) {
      wrong(name + " and " + inFile + " are both set; keep one.");
    }
    return file.isEmpty()
        ? optional(name)
        : path(inFile, file.get()).flatMap(path -> content(inFile, path));
  }

  private Optional<String> content(String name, Path file) {
    try {
      String text = Files.size(file) > MOST_SECRET_BYTES ? "" : Files.readString(file).strip();
      if (text.isEmpty()) {
        wrong(name + ": the file " + file + " is empty or too large for a secret.");
      }
      return Optional.of(text).filter(t -> !t.isEmpty());
    } catch (IOException e) {
      wrong(name + ": the file " + file + " can't be read.");
      return Optional.empty();
    }
  }
}
