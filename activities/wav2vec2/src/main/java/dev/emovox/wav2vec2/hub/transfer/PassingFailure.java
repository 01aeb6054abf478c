package dev.emovox.wav2vec2.hub.transfer;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** What may be over when it is tried again: the hub is busy, or it said something confused. */
final class PassingFailure extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final transient Duration wait;

  PassingFailure(String message, Duration wait) {
    super(message);
    this.wait = wait;
  }

  PassingFailure(String message) {
    this(message, null);
  }

  /** How long the hub asks to be left alone. */
  Optional<Duration> wanted() {
    return Optional.ofNullable(wait);
  }
}
