package dev.emovox.audio.features;

/**
 * A descriptor over time.
 *
 * @param name such as {@code mfcc}
 * @param rows a row for each of its values, with a number a frame; valid until the next signal
 */
// Arrays on purpose: features are bulk numbers on the hot path.
@SuppressWarnings("ArrayRecordComponent")
public record Track(String name, double[][] rows) {}
