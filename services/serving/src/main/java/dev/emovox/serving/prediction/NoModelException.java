package dev.emovox.serving.prediction;

/** No model has gone live yet, so that nothing can be answered. */
public final class NoModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoModelException() {
    super("no model has gone live yet");
  }
}
