package dev.emovox.serving.security;

import dev.emovox.access.ApiKey;
import dev.emovox.serving.problem.ProblemType;
import java.util.Optional;

/** Whether a request passes the gate. */
sealed interface Decision {

  /**
   * It does.
   *
   * @param caller who makes it
   */
  record Admitted(Caller caller) implements Decision {}

  /**
   * It does not.
   *
   * @param type 401 or 403
   * @param detail what is wrong and what to do
   * @param challenge the header {@code WWW-Authenticate} of RFC 6750
   * @param key the key that was not enough, if one was accepted
   */
  record Refused(ProblemType type, String detail, String challenge, Optional<ApiKey> key)
      implements Decision {}
}
