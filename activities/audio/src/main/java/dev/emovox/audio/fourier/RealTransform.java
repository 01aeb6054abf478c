package dev.emovox.audio.fourier;

/**
 * The discrete Fourier transform of a real signal and its inverse, in double precision.
 *
 * <p>Spectral contrast measures the quietest bins, up to 160 dB below the loudest, where the
 * rounding of a transform in single precision such as TarsosDSP's would be heard. The signal's even
 * and odd samples form one complex signal of half the length, which is transformed and taken apart
 * again.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
public final class RealTransform {
  private final int half;
  private final int[] reversed;
  private final double[] cosines;
  private final double[] sines;
  private final ComplexTransform transform;
  private final double[] real;
  private final double[] imaginary;

  /**
   * A transform.
   *
   * @param size length of the signal, a power of two and at least 4
   */
  public RealTransform(int size) {
    half = size / 2;
    transform = new ComplexTransform(half);
    real = transform.real;
    imaginary = transform.imaginary;
    reversed = transform.reversedPlaces();
    cosines = new double[half];
    sines = new double[half];
    for (int i = 0; i < half; i++) {
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /**
   * The squared magnitudes of a signal's transform.
   *
   * @param signal as many samples as the transform's size
   * @param window factor on each sample
   * @param power receives half the size and one values, from frequency zero to Nyquist's
   */
  public void power(float[] signal, double[] window, float[] power) {
    load(signal, 0, window);
    transform.run();
    separate(power);
  }

  /**
   * A signal's transform.
   *
   * @param signal holds as many samples as the transform's size from {@code start}
   * @param window factor on each sample
   * @param spectrum receives half the size and one values, from frequency zero to Nyquist's
   */
  public void forward(float[] signal, int start, double[] window, Spectrum spectrum) {
    load(signal, start, window);
    transform.run();
    separate(spectrum.real(), spectrum.imaginary());
  }

  /**
   * The signal that has a transform.
   *
   * @param spectrum as {@link #forward} makes it
   * @param signal receives as many samples as the transform's size
   */
  public void inverse(Spectrum spectrum, double[] signal) {
    unite(spectrum.real(), spectrum.imaginary());
    transform.run();
    double scale = 1.0 / half;
    for (int i = 0; i < half; i++) {
      // Real and imaginary parts were exchanged, which turns the transform into its inverse.
      signal[2 * i] = imaginary[i] * scale;
      signal[2 * i + 1] = real[i] * scale;
    }
  }

  private void load(float[] signal, int start, double[] window) {
    for (int i = 0; i < half; i++) {
      int from = 2 * reversed[i];
      real[i] = window[from] * signal[start + from];
      imaginary[i] = window[from + 1] * signal[start + from + 1];
    }
  }

  /** Takes the transforms of the even and odd samples apart and squares their sum. */
  private void separate(float[] power) {
    power[0] = square(real[0] + imaginary[0], 0);
    power[half] = square(real[0] - imaginary[0], 0);
    for (int k = 1; k < half; k++) {
      int mirror = half - k;
      double evenReal = (real[k] + real[mirror]) / 2;
      double evenImaginary = (imaginary[k] - imaginary[mirror]) / 2;
      double oddReal = (imaginary[k] + imaginary[mirror]) / 2;
      double oddImaginary = (real[mirror] - real[k]) / 2;
      power[k] =
          square(
              evenReal + oddReal * cosines[k] - oddImaginary * sines[k],
              evenImaginary + oddReal * sines[k] + oddImaginary * cosines[k]);
    }
  }

  /** Takes the transforms of the even and odd samples apart and adds them up. */
  private void separate(double[] re, double[] im) {
    re[0] = real[0] + imaginary[0];
    im[0] = 0;
    re[half] = real[0] - imaginary[0];
    im[half] = 0;
    for (int k = 1; k < half; k++) {
      int mirror = half - k;
      double evenReal = (real[k] + real[mirror]) / 2;
      double evenImaginary = (imaginary[k] - imaginary[mirror]) / 2;
      double oddReal = (imaginary[k] + imaginary[mirror]) / 2;
      double oddImaginary = (real[mirror] - real[k]) / 2;
      re[k] = evenReal + oddReal * cosines[k] - oddImaginary * sines[k];
      im[k] = evenImaginary + oddReal * sines[k] + oddImaginary * cosines[k];
    }
  }

  /** Undoes {@link #separate(double[], double[])}, with real and imaginary parts exchanged. */
  private void unite(double[] re, double[] im) {
    for (int i = 0; i < half; i++) {
      int k = reversed[i];
      int mirror = half - k;
      double evenReal = (re[k] + re[mirror]) / 2;
      double evenImaginary = (im[k] - im[mirror]) / 2;
      double turnedReal = (re[k] - re[mirror]) / 2;
      double turnedImaginary = (im[k] + im[mirror]) / 2;
      double oddReal = turnedReal * cosines[k] + turnedImaginary * sines[k];
      double oddImaginary = turnedImaginary * cosines[k] - turnedReal * sines[k];
      real[i] = evenImaginary + oddReal;
      imaginary[i] = evenReal - oddImaginary;
    }
  }

  private static float square(double re, double im) {
    return (float) (re * re + im * im);
  }
}
