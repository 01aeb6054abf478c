package dev.emovox.serving.prediction;

import java.time.Duration;

/** More clips are waiting than the service lets wait, or than it can answer in time. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public OverloadedException(Duration retryAfter) {
    super("too many clips are waiting");
    this.retryAfter = retryAfter;
  }

  /** When the clips that are here now will have been answered, by the rate of the last ones. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
