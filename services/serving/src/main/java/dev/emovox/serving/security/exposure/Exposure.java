package dev.emovox.serving.security.exposure;

import dev.emovox.domain.InvalidInputException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the service can be reached from elsewhere by whoever likes. Not by accident: without keys
 * it listens on this machine only, unless told that it may be open.
 *
 * @param host the address it is to listen on
 * @param keys whether it asks for keys or tokens
 * @param open whether it was told that it may be open
 */
public record Exposure(String host, boolean keys, boolean open) {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1\\]?|\\[?(0+:){7}0*1\\]?");

  /** As the variables of the process say it. */
  public static Exposure of(Map<String, String> environment) {
    return new Exposure(
        set(environment, "EMOVOX_SERVING_HOST").orElse("127.0.0.1"),
        Stream.of("EMOVOX_SERVING_KEYS_FILE", "EMOVOX_SERVING_OIDC_ISSUER")
            .anyMatch(name -> set(environment, name).isPresent()),
        set(environment, "EMOVOX_SERVING_OPEN").filter("true"::equalsIgnoreCase).isPresent());
  }

  /** Whether it listens where only its own machine can reach it. */
  public boolean onThisMachine() {
    return isThisMachine(host);
  }

  /** Whether this is a name of the machine itself. */
  public static boolean isThisMachine(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /**
   * Says whether that is meant.
   *
   * @throws InvalidInputException if it is open to others and nobody said that it may be
   */
  public void check() {
    if (!keys && !open && !onThisMachine()) {
      throw new InvalidInputException(
          "The service is to listen on %s (EMOVOX_SERVING_HOST), where others can reach it, and asks nobody for a key. Make a key with `./emovox serving-key create NAME --scope predict` and give its file in EMOVOX_SERVING_KEYS_FILE, or, where something else keeps strangers away, set EMOVOX_SERVING_OPEN=true."
              .formatted(host));
    }
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
