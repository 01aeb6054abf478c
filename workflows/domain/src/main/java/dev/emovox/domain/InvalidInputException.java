package dev.emovox.domain;

/** The request, configuration or data is wrong. Never retried: the same input fails again. */
public non-sealed class InvalidInputException extends EmovoxException {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    this(message, null);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }

  @Override
  public int exitCode() {
    return 2;
  }
}
