package dev.emovox.wav2vec2.benchmark;

/**
 * What one side did of one work.
 *
 * @param seconds of each round
 * @param processorSeconds of each round; zeros if the side does not tell
 * @param peakBytes the most memory that its process held up to then; 0 if the system does not tell
 */
public record Outcome(Samples seconds, Samples processorSeconds, long peakBytes) {}
