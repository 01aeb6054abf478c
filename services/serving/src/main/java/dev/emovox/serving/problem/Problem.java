package dev.emovox.serving.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A problem document of RFC 9457.
 *
 * @param type a URN that names the kind of problem
 * @param title the kind of problem in words
 * @param status the HTTP status
 * @param detail what happened this time and what to do; never internals
 * @param reason for audio that can't be used, the machine-readable reason; else absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String reason) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem without a reason member. */
  public static Problem of(ProblemType type, String detail) {
    return because(type, detail, null);
  }

  /** A problem with a reason member. */
  public static Problem because(ProblemType type, String detail, String reason) {
    return new Problem(type.urn(), type.title(), type.status(), detail, reason);
  }

  /** A refusal of the HTTP layer with the status that it chose. */
  public static Problem refused(int status, String detail) {
    ProblemType type = ProblemType.REFUSED;
    return new Problem(type.urn(), type.title(), status, detail, null);
  }

  /** The kind of problem in one word, the end of its type: {@code not_audio}. */
  public String kind() {
    return type.substring(type.lastIndexOf(':') + 1);
  }
}
