package dev.emovox.serving.prediction;

/** More clips are waiting than the service lets wait. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverloadedException(Throwable cause) {
    super("every thread is busy and the queue is full", cause);
  }
}
