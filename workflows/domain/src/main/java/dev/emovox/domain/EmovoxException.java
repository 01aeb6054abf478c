package dev.emovox.domain;

/**
 * A failure that someone can act on. The subclass says who: {@link InvalidInputException} the
 * person who asked, {@link ServerUnavailableException} the one who runs the servers, {@link
 * WorkFailedException} whoever reads the result. Anything else that is thrown is a bug.
 *
 * <p>The message is one paragraph: what happened, where, and what to do.
 */
public abstract sealed class EmovoxException extends RuntimeException
    permits InvalidInputException, ServerUnavailableException, WorkFailedException {
  private static final long serialVersionUID = 1L;

  EmovoxException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The process exit code that this failure means. */
  public abstract int exitCode();
}
