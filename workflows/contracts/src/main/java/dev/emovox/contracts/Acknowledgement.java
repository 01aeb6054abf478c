package dev.emovox.contracts;

/**
 * Whether the prediction service answers with a version.
 *
 * @param acknowledged whether it was seen to
 * @param message what was seen, in a sentence
 * @param seconds how long that took
 */
public record Acknowledgement(boolean acknowledged, String message, double seconds) {}
