package dev.emovox.serving.model;

import java.time.Instant;

/**
 * A version that the alias points to and that did not go live.
 *
 * @param pointer the version
 * @param reason why, in words for people
 * @param attempts how often it was tried
 * @param nextAttempt when it will be tried again
 */
public record Rejection(ModelPointer pointer, String reason, int attempts, Instant nextAttempt) {}
