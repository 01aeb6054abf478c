package dev.emovox.wav2vec2.benchmark;

/**
 * What one side did of one work.
 *
 * @param seconds of each round
 * @param peakBytes the most memory that its process held up to then; 0 if the system does not tell
 */
public record Outcome(Samples seconds, long peakBytes) {}
