package dev.emovox.cli.document;

import dev.emovox.access.ApiKey;
import dev.emovox.access.IssuedKey;
import dev.emovox.access.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A key of the prediction service that was just made.
 *
 * @param id its public part
 * @param name whose it is
 * @param scopes what it allows
 * @param created when it was made
 * @param expires when it expires; null if it does not
 * @param key what its owner presents; shown this once
 * @param file where its hash is kept
 */
public record IssuedKeyDocument(
    String id,
    String name,
    List<String> scopes,
    Instant created,
    Instant expires,
    String key,
    String file) {

  /** The document of a new key. */
  public static IssuedKeyDocument of(IssuedKey issued, Path file) {
    ApiKey key = issued.key();
    return new IssuedKeyDocument(
        key.id(),
        key.name(),
        key.scopes().stream().map(Scope::word).toList(),
        key.created(),
        key.expires().orElse(null),
        issued.secret().reveal(),
        file.toString());
  }

  /** Without the key: a log must not hold it. */
  @Override
  public String toString() {
    return "IssuedKeyDocument[id=%s, name=%s]".formatted(id, name);
  }
}
