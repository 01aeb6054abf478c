package dev.emovox.access;

import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a service at one moment. Immutable and safe for use by several threads. */
public final class KeyRing {
  private final Map<String, ApiKey> byId = new LinkedHashMap<>();

  /**
   * The ring of these keys.
   *
   * @throws InvalidInputException if two have one id
   */
  public KeyRing(List<ApiKey> keys) {
    for (ApiKey key : keys) {
      if (byId.put(key.id(), key) != null) {
        throw new InvalidInputException("The key %s is there twice.".formatted(key.id()));
      }
    }
  }

  /** All keys in the order in which they were made, also those that are refused. */
  public List<ApiKey> keys() {
    return List.copyOf(byId.values());
  }

  /**
   * Judges what a client presented. That a key has expired or was revoked is only said to whoever
   * knows its secret.
   */
  public Verdict check(String presented, Instant now) {
    Optional<KeyToken> token = KeyToken.parse(presented);
    Optional<ApiKey> known =
        token.flatMap(
            given ->
                Optional.ofNullable(byId.get(given.id()))
                    .filter(key -> given.matches(key.digest())));
    return new Verdict(known.map(key -> key.at(now)).orElse(KeyState.UNKNOWN), known);
  }

  /**
   * What a check found.
   *
   * @param state whether the key is accepted, and why not
   * @param key the key, if its secret is right
   */
  public record Verdict(KeyState state, Optional<ApiKey> key) {}
}
