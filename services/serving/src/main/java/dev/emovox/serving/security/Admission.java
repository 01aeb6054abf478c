package dev.emovox.serving.security;

import dev.emovox.access.ApiKey;
import dev.emovox.access.KeyRing;
import dev.emovox.access.KeyState;
import dev.emovox.serving.problem.ProblemType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides by key and route whether a request may pass. Safe for use by several threads. */
final class Admission {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
  private static final String CHALLENGE = "Bearer realm=\"emovox\"";

  private final Keys keys;

  Admission(Keys keys) {
    this.keys = keys;
  }

  /**
   * Decides.
   *
   * @param authorization the header of that name, or null
   */
  Decision decide(Access access, String authorization) {
    if (access instanceof Access.Everybody || !keys.required()) {
      return new Decision.Admitted(new Caller(Optional.empty()));
    }
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      return unknown(CHALLENGE, "Send a key in the header 'Authorization: Bearer emx_…'.");
    }
    KeyRing.Verdict verdict = keys.check(bearer.group(1));
    return verdict.state() == KeyState.VALID
        ? admitted(access, verdict.key().orElseThrow())
        : unknown(CHALLENGE + ", error=\"invalid_token\"", why(verdict.state()));
  }

  private static Decision admitted(Access access, ApiKey key) {
    if (access instanceof Access.Scoped needed && !key.allows(needed.scope())) {
      String scope = needed.scope().word();
      return new Decision.Refused(
          ProblemType.FORBIDDEN,
          "The key %s does not have the scope '%s'.".formatted(key.id(), scope),
          CHALLENGE + ", error=\"insufficient_scope\", scope=\"%s\"".formatted(scope),
          Optional.of(key));
    }
    return new Decision.Admitted(new Caller(Optional.of(key)));
  }

  private static String why(KeyState state) {
    return state == KeyState.UNKNOWN
        ? "The key is none of this service's."
        : "The key is %s; ask for a new one.".formatted(state.name().toLowerCase(Locale.ROOT));
  }

  private static Decision unknown(String challenge, String detail) {
    return new Decision.Refused(
        ProblemType.UNAUTHENTICATED, detail, challenge, Optional.empty());
  }
}
