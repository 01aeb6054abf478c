package dev.emovox.serving.security.token;

/** What is to be thought of a token. */
public sealed interface TokenVerdict {

  /** It is the issuer's, for this service, and its time is now. */
  record Accepted(TokenBearer bearer) implements TokenVerdict {}

  /**
   * It is not.
   *
   * @param why a sentence for whoever sent it, with nothing of the token's content
   */
  record Rejected(String why) implements TokenVerdict {}

  /** That can't be said: the issuer's keys could not be had yet. */
  record Unknown() implements TokenVerdict {}
}
