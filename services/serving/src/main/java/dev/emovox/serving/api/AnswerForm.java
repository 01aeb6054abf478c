package dev.emovox.serving.api;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import jakarta.ws.rs.core.MultivaluedMap;

/**
 * What a client wants to hear of an answer.
 *
 * @param top which classes
 * @param logits whether also the values before they become probabilities
 */
record AnswerForm(TopChoice top, boolean logits) {
  private static final String TOP = "top";
  private static final String LOGITS = "logits";
  private static final int LONGEST_ECHO = 40;

  /**
   * Reads the query. A parameter that we do not know would be ignored silently, so it is an error
   * instead.
   *
   * @throws ProblemException if a parameter is not known or its value is none
   */
  static AnswerForm parse(MultivaluedMap<String, String> query) {
    for (String name : query.keySet()) {
      if (!name.equals(TOP) && !name.equals(LOGITS)) {
        throw new ProblemException(
            ProblemType.MALFORMED,
            "The parameter " + quoted(name) + " is not known; top and logits are.");
      }
    }
    return new AnswerForm(TopChoice.parse(query.getFirst(TOP)), logits(query.getFirst(LOGITS)));
  }

  private static boolean logits(String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw new ProblemException(
        ProblemType.MALFORMED, "The parameter logits is neither true nor false.");
  }

  private static String quoted(String name) {
    return "'" + name.substring(0, Math.min(name.length(), LONGEST_ECHO)) + "'";
  }
}
