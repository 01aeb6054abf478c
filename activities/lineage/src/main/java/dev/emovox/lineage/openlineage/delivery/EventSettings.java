package dev.emovox.lineage.openlineage.delivery;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where events go, as the environment says: to the file {@value #FILE}, to the server {@value #URL}
 * with the key {@value #KEY} (or in the file {@code EMOVOX_OPENLINEAGE_API_KEY_FILE}), to both, or,
 * if neither is set, nowhere.
 */
public final class EventSettings {
  static final String FILE = "EMOVOX_OPENLINEAGE_FILE";
  static final String URL = "EMOVOX_OPENLINEAGE_URL";
  static final String KEY = "EMOVOX_OPENLINEAGE_API_KEY";

  /** Where servers take events that are named without a path. */
  private static final String USUAL_PATH = "/api/v1/lineage";

  private static final int MOST_SECRET_BYTES = 1 << 16;

  private final Map<String, String> environment;

  private EventSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * One delivery for each receiver; the caller closes them.
   *
   * @throws InvalidInputException if a variable is wrong
   */
  public static List<EventDelivery> deliveries(Map<String, String> environment) {
    EventSettings settings = new EventSettings(environment);
    List<EventReceiver> receivers = new ArrayList<>();
    settings.value(FILE).map(settings::file).ifPresent(receivers::add);
    settings.value(URL).map(settings::server).ifPresent(receivers::add);
    return receivers.stream()
        .map(receiver -> new EventDelivery(receiver, EventDelivery.Limits.standard()))
        .toList();
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(t -> !t.isEmpty());
  }

  private EventReceiver file(String name) {
    Path file = path(FILE, name).toAbsolutePath();
    if (Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
      throw new InvalidInputException(
          "%s is %s, which is a folder or lies in none that is there. Name a file in a folder that exists."
              .formatted(FILE, file));
    }
    return new FileReceiver(file);
  }

  private static Path path(String variable, String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(variable + " is not the name of a file.", e);
    }
  }

  private EventReceiver server(String text) {
    return new HttpReceiver(url(text), key());
  }

  private static URI url(String text) {
    URI url;
    try {
      url = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw wrongUrl(e);
    }
    boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!http || url.getHost() == null || url.getUserInfo() != null) {
      throw wrongUrl(null);
    }
    boolean bare = url.getPath().isEmpty() || url.getPath().equals("/");
    return bare ? url.resolve(USUAL_PATH) : url;
  }

  /** Says it without the text, which may hold a password; and so may the message of a cause. */
  private static InvalidInputException wrongUrl(Exception cause) {
    return new InvalidInputException(
        URL + " must be a URL such as http://HOST:PORT or https://HOST/PATH, without a user.",
        cause);
  }

  private Optional<Secret> key() {
    Optional<String> inFile = value(KEY + "_FILE");
    if (inFile.isPresent() && value(KEY).isPresent()) {
      throw new InvalidInputException(KEY + " and " + KEY + "_FILE are both set; keep one.");
    }
    return inFile.map(EventSettings::content).or(() -> value(KEY)).map(Secret::new);
  }

  private static String content(String name) {
    Path file = path(KEY + "_FILE", name);
    try {
      String text = Files.size(file) > MOST_SECRET_BYTES ? "" : Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new InvalidInputException(
            "%s_FILE: the file %s is empty or too large for a key.".formatted(KEY, file));
      }
      return text;
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s_FILE: the file %s can't be read.".formatted(KEY, file), e);
    }
  }
}
