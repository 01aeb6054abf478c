package dev.emovox.serving.security;

import dev.emovox.access.KeyRing;
import dev.emovox.access.KeyState;
import dev.emovox.access.KeyToken;
import dev.emovox.serving.problem.ProblemType;
import dev.emovox.serving.security.token.TokenVerdict;
import dev.emovox.serving.security.token.Tokens;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides by key or token and by route whether a request may pass. Safe for use by several threads.
 *
 * @param keys the service's own
 * @param tokens of an issuer; empty if none are accepted
 */
record Admission(Keys keys, Optional<Tokens> tokens) {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
  private static final String HEADER = "WWW-Authenticate";
  private static final String CHALLENGE = "Bearer realm=\"emovox\"";
  private static final String INVALID = ", error=\"invalid_token\"";
  private static final Decision.Header LATER = new Decision.Header("Retry-After", "5");

  /** Whether strangers are kept out. */
  boolean required() {
    return keys.required() || tokens.isPresent();
  }

  /**
   * Decides.
   *
   * @param stranger who asks, before a key was looked at
   * @param authorization the header of that name, or null
   */
  Decision decide(Access access, Caller stranger, String authorization) {
    if (asksNothing(access) || !required()) {
      return new Decision.Admitted(stranger);
    }
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      return unknown(stranger, "", wanted());
    }
    String presented = bearer.group(1);
    return tokens
        .filter(unused -> !KeyToken.isMeant(presented))
        .map(issued -> byToken(issued.check(presented), access, stranger))
        .orElseGet(() -> byKey(presented, access, stranger));
  }

  private static boolean asksNothing(Access access) {
    return access instanceof Access.Everybody || access instanceof Access.Page;
  }

  private String wanted() {
    if (tokens.isEmpty()) {
      return "Send a key in the header 'Authorization: Bearer emx_…'.";
    }
    return "Send %s in the header 'Authorization: Bearer …'."
        .formatted(keys.required() ? "a key or an access token" : "an access token");
  }

  private Decision byKey(String presented, Access access, Caller stranger) {
    if (!keys.required()) {
      return unknown(stranger, INVALID, "No keys are accepted here. " + wanted());
    }
    KeyRing.Verdict verdict = keys.check(presented);
    return verdict.state() == KeyState.VALID
        ? known(access, stranger, Identity.of(verdict.key().orElseThrow()))
        : unknown(stranger, INVALID, why(verdict.state()));
  }

  private static Decision byToken(TokenVerdict verdict, Access access, Caller stranger) {
    if (verdict instanceof TokenVerdict.Accepted accepted) {
      return known(access, stranger, Identity.of(accepted.bearer()));
    }
    if (verdict instanceof TokenVerdict.Rejected rejected) {
      return unknown(stranger, INVALID, rejected.why());
    }
    return new Decision.Refused(
        ProblemType.ISSUER_AWAY,
        "The issuer of the tokens has not told its keys yet; try again soon.",
        LATER,
        stranger);
  }

  private static Decision known(Access access, Caller stranger, Identity identity) {
    Caller caller = stranger.with(identity);
    if (access instanceof Access.Scoped needed && !identity.allows(needed.scope())) {
      String scope = needed.scope().word();
      return new Decision.Refused(
          ProblemType.FORBIDDEN,
          "The %s does not have the scope '%s'.".formatted(identity.described(), scope),
          challenge(", error=\"insufficient_scope\", scope=\"%s\"".formatted(scope)),
          caller);
    }
    return new Decision.Admitted(caller);
  }

  private static String why(KeyState state) {
    return state == KeyState.UNKNOWN
        ? "The key is none of this service's."
        : "The key is %s; ask for a new one.".formatted(state.name().toLowerCase(Locale.ROOT));
  }

  private static Decision unknown(Caller stranger, String error, String detail) {
    return new Decision.Refused(ProblemType.UNAUTHENTICATED, detail, challenge(error), stranger);
  }

  /** RFC 6750. */
  private static Decision.Header challenge(String error) {
    return new Decision.Header(HEADER, CHALLENGE + error);
  }
}
