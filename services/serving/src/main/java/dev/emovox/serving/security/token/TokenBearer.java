package dev.emovox.serving.security.token;

import dev.emovox.access.Scope;
import java.util.Set;

/**
 * Whom a token speaks of.
 *
 * @param subject whom the issuer means by it
 * @param client the program that it was given to; the subject if the token does not say
 * @param scopes what it allows here, perhaps nothing
 */
public record TokenBearer(String subject, String client, Set<Scope> scopes) {
  public TokenBearer {
    scopes = Set.copyOf(scopes);
  }
}
