package dev.emovox.serving.security;

import dev.emovox.access.ApiKey;
import dev.emovox.access.Scope;
import dev.emovox.serving.security.token.TokenBearer;
import java.util.Set;

/**
 * Who was recognised, by a key or by a token.
 *
 * @param kind by what
 * @param id of the key, or the subject of the token
 * @param name whose key it is, or the program that has the token
 * @param scopes what it allows
 */
public record Identity(Kind kind, String id, String name, Set<Scope> scopes) {

  /** By what somebody is recognised. */
  public enum Kind {
    /** An API key. */
    KEY("key"),
    /** An access token of an issuer. */
    TOKEN("token");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static Identity of(ApiKey key) {
    return new Identity(Kind.KEY, key.id(), key.name(), key.scopes());
  }

  static Identity of(TokenBearer bearer) {
    return new Identity(Kind.TOKEN, bearer.subject(), bearer.client(), bearer.scopes());
  }

  boolean allows(Scope needed) {
    return scopes.stream().anyMatch(scope -> scope.covers(needed));
  }

  /** What it is in a sentence, and what its requests are counted by: {@code key 0123456789ab}. */
  String described() {
    return kind.word + " " + id;
  }
}
