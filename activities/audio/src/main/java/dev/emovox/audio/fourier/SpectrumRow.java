package dev.emovox.audio.fourier;

/**
 * A bin of the transforms of many frames, times two.
 *
 * @param real real parts, one a frame
 * @param imaginary imaginary parts
 * @param sign 1, or -1 if imaginary parts have the opposite sign
 */
// Arrays on purpose: buffers that are filled anew for every clip.
@SuppressWarnings("ArrayRecordComponent")
public record SpectrumRow(double[] real, double[] imaginary, int sign) {}
