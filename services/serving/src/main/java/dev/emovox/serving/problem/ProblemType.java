package dev.emovox.serving.problem;

import java.util.Locale;

/** The kinds of error that clients can tell apart, each with its HTTP status. */
public enum ProblemType {
  /** The request can't be understood. */
  MALFORMED(400, "The request is malformed"),
  /** No key, or one that is not accepted. */
  UNAUTHENTICATED(401, "A key is needed"),
  /** The key does not allow it. */
  FORBIDDEN(403, "The key does not allow this"),
  /** The body is larger than the service accepts. */
  TOO_LARGE(413, "The request is too large"),
  /** The bytes are no audio that is decoded here. */
  NOT_AUDIO(415, "The content is not supported audio"),
  /** Audio, but nothing that can be classified; the reason member says why. */
  UNUSABLE_AUDIO(422, "The audio can't be used"),
  /** Too many requests are waiting. */
  OVERLOADED(429, "The service is busy"),
  /** One caller asks more often than is allowed. */
  TOO_OFTEN(429, "Too many requests"),
  /** The request did not arrive in time. */
  TOO_SLOW(408, "The request took too long to arrive"),
  /** The interface has it, but this service does not. */
  NOT_IMPLEMENTED(501, "The service does not do this"),
  /** A bug; the log has the details. */
  INTERNAL(500, "The service failed"),
  /** Tokens can't be checked, for the keys of their issuer could not be had. */
  ISSUER_AWAY(503, "Tokens can't be checked now"),
  /** No model has gone live yet. */
  NO_MODEL(503, "No model is loaded"),
  /** The answer was not there within the time that the client or the service gives it. */
  TIMEOUT(504, "The time is over"),
  /** The client went away before it was answered; nobody reads this but the metrics. */
  CLIENT_GONE(499, "The client went away"),
  /** What is asked for by name does not answer here. */
  NOT_FOUND(404, "There is no such thing"),
  /** Any other refusal of the HTTP layer, with a status of its own. */
  REFUSED(0, "The request was refused");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status; 0 if the problem document brings its own. */
  public int status() {
    return status;
  }

  /** One line for people, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** The name in the problem document's type and in the metrics: {@code not_audio}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The document's {@code type} member, a URN. */
  public String urn() {
    return "urn:emovox:problem:" + slug();
  }
}
