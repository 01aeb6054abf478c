package dev.emovox.serving.security;

import dev.emovox.serving.problem.ProblemType;

/** Whether a request passes the gate. */
sealed interface Decision {

  /** Who makes the request, as far as that was established. */
  Caller caller();

  /** It passes. */
  record Admitted(Caller caller) implements Decision {}

  /**
   * It does not.
   *
   * @param type what kind of problem that is
   * @param detail what is wrong and what to do
   * @param header a header of the answer that says how to do better
   * @param caller who makes the request
   */
  record Refused(ProblemType type, String detail, Header header, Caller caller)
      implements Decision {}

  /** A header of an answer. */
  record Header(String name, String value) {}
}
