package dev.emovox.serving.security.token;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;

/**
 * The public keys of an issuer at one moment.
 *
 * @param keys in its order; empty if they could not be had yet
 */
record SigningKeys(List<JsonWebKey> keys) {
  static final SigningKeys NONE = new SigningKeys(List.of());

  SigningKeys {
    keys = List.copyOf(keys);
  }

  /** Whether one of them has this id. */
  boolean have(String id) {
    return keys.stream().anyMatch(key -> id.equals(key.getKeyId()));
  }
}
