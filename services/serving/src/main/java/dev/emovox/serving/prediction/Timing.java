package dev.emovox.serving.prediction;

/**
 * What an answer took, in nanoseconds.
 *
 * @param waited for a thread, and for the model
 * @param decoded reading, decoding and resampling
 * @param computed the model; for clips that were computed together, the time of all of them
 * @param batch the most clips that were computed together with one of this answer's
 */
public record Timing(long waited, long decoded, long computed, int batch) {}
