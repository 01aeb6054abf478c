package dev.emovox.access;

import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is kept of a key: everything but its secret.
 *
 * @param id 12 hexadecimal digits, public, the middle of the key as it is presented
 * @param name whose it is; several keys may have one name, so that a new one can replace an old one
 *     without a moment without any
 * @param scopes what it allows, at least one
 * @param digest SHA-256 of the whole key as it is presented
 * @param created when it was made
 * @param expires from when on it is refused, if ever
 * @param revoked since when it is refused, if it is
 */
public record ApiKey(
    String id,
    String name,
    Set<Scope> scopes,
    Digest digest,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> revoked) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public ApiKey {
    if (id == null || !KeyToken.isId(id)) {
      throw new InvalidInputException("The id of a key is 12 hexadecimal digits.");
    }
    if (name == null || !NAME.matcher(name).matches()) {
      throw new InvalidInputException(
          "The name of a key begins with a letter or digit and has at most 64 letters, digits, dots, underscores and hyphens.");
    }
    if (scopes == null || scopes.isEmpty() || scopes.stream().anyMatch(Objects::isNull)) {
      throw new InvalidInputException("The key %s has no scope.".formatted(id));
    }
    if (digest == null || created == null) {
      throw new InvalidInputException("The key %s lacks its digest or date.".formatted(id));
    }
    scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    expires = expires == null ? Optional.empty() : expires;
    revoked = revoked == null ? Optional.empty() : revoked;
  }

  /** Whether it is accepted at that time, as far as it depends on the time. */
  public KeyState at(Instant now) {
    if (revoked.isPresent()) {
      return KeyState.REVOKED;
    }
    boolean over = expires.filter(end -> !now.isBefore(end)).isPresent();
    return over ? KeyState.EXPIRED : KeyState.VALID;
  }

  /** Whether it allows that. */
  public boolean allows(Scope needed) {
    return scopes.stream().anyMatch(scope -> scope.covers(needed));
  }

  /** This key, refused from then on; a key that was revoked before stays as it is. */
  ApiKey revoke(Instant now) {
    return new ApiKey(id, name, scopes, digest, created, expires, Optional.of(revoked.orElse(now)));
  }
}
