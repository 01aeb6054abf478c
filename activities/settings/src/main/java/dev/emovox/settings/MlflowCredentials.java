package dev.emovox.settings;

/** How to authenticate at an MLflow server. */
public sealed interface MlflowCredentials {

  /** The server asks for nothing. */
  record None() implements MlflowCredentials {}

  /**
   * HTTP basic authentication.
   *
   * @param username the user
   * @param password the user's password
   */
  record Basic(String username, Secret password) implements MlflowCredentials {}

  /**
   * A bearer token.
   *
   * @param token the token
   */
  record Token(Secret token) implements MlflowCredentials {}
}
