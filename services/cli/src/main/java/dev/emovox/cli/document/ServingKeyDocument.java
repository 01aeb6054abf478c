package dev.emovox.cli.document;

import dev.emovox.access.ApiKey;
import dev.emovox.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A key of the prediction service, without its secret.
 *
 * @param id its public part
 * @param name whose it is
 * @param scopes what it allows
 * @param state whether it is accepted: valid, expired or revoked
 * @param created when it was made
 * @param expires when it expires; null if it does not
 * @param revoked when it was revoked; null if it was not
 */
public record ServingKeyDocument(
    String id,
    String name,
    List<String> scopes,
    String state,
    Instant created,
    Instant expires,
    Instant revoked) {

  /** The document of a key as it is at that time. */
  public static ServingKeyDocument of(ApiKey key, Instant now) {
    return new ServingKeyDocument(
        key.id(),
        key.name(),
        key.scopes().stream().map(Scope::word).toList(),
        key.at(now).name().toLowerCase(Locale.ROOT),
        key.created(),
        key.expires().orElse(null),
        key.revoked().orElse(null));
  }
}
