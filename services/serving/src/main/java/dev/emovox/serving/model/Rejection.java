package dev.emovox.serving.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A version that the alias points to and that did not go live, or did not stay.
 *
 * @param pointer the version
 * @param reason why, in words for people
 * @param attempts how often it was tried
 * @param nextAttempt when it will be tried again; empty if not before the alias has pointed
 *     elsewhere
 */
public record Rejection(
    ModelPointer pointer, String reason, int attempts, Optional<Instant> nextAttempt) {

  boolean isDue(Instant now) {
    return nextAttempt.isPresent() && !now.isBefore(nextAttempt.get());
  }
}
