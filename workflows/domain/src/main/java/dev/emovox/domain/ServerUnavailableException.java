package dev.emovox.domain;

/** A server can't be reached or can't answer now. Retried until it is back. */
public non-sealed class ServerUnavailableException extends EmovoxException {
  private static final long serialVersionUID = 1L;

  public ServerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 3;
  }
}
