package dev.emovox.serving.security;

import dev.emovox.access.ApiKey;
import dev.emovox.access.KeyRing;
import dev.emovox.access.KeyState;
import dev.emovox.serving.problem.ProblemType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides by key and route whether a request may pass. Safe for use by several threads. */
final class Admission {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
  private static final String HEADER = "WWW-Authenticate";
  private static final String CHALLENGE = "Bearer realm=\"emovox\"";

  private final Keys keys;

  Admission(Keys keys) {
    this.keys = keys;
  }

  /**
   * Decides.
   *
   * @param stranger who asks, before a key was looked at
   * @param authorization the header of that name, or null
   */
  Decision decide(Access access, Caller stranger, String authorization) {
    if (asksNothing(access) || !keys.required()) {
      return new Decision.Admitted(stranger);
    }
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      return unknown(stranger, "", "Send a key in the header 'Authorization: Bearer emx_…'.");
    }
    KeyRing.Verdict verdict = keys.check(bearer.group(1));
    return verdict.state() == KeyState.VALID
        ? known(access, stranger, verdict.key().orElseThrow())
        : unknown(stranger, ", error=\"invalid_token\"", why(verdict.state()));
  }

  private static boolean asksNothing(Access access) {
    return access instanceof Access.Everybody || access instanceof Access.Page;
  }

  private static Decision known(Access access, Caller stranger, ApiKey key) {
    Caller caller = stranger.with(key);
    if (access instanceof Access.Scoped needed && !key.allows(needed.scope())) {
      String scope = needed.scope().word();
      return new Decision.Refused(
          ProblemType.FORBIDDEN,
          "The key %s does not have the scope '%s'.".formatted(key.id(), scope),
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
