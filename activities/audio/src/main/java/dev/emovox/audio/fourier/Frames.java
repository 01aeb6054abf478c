package dev.emovox.audio.fourier;

/**
 * Where frames lie in a signal.
 *
 * @param samples the signal
 * @param start its first sample of the first frame
 * @param hop samples from frame to frame
 * @param count how many frames
 */
// Arrays on purpose: a buffer that is filled anew for every clip.
@SuppressWarnings("ArrayRecordComponent")
public record Frames(float[] samples, int start, int hop, int count) {}
