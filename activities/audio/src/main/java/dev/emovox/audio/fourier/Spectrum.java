package dev.emovox.audio.fourier;

/**
 * The transform of a real signal, from frequency zero to Nyquist's.
 *
 * @param real real parts
 * @param imaginary imaginary parts
 */
// Arrays on purpose: a buffer that is filled anew for every frame.
@SuppressWarnings("ArrayRecordComponent")
public record Spectrum(double[] real, double[] imaginary) {

  /** A buffer for the transforms of signals of {@code size} samples. */
  public static Spectrum ofSize(int size) {
    return new Spectrum(new double[size / 2 + 1], new double[size / 2 + 1]);
  }
}
