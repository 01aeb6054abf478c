package dev.emovox.audio.features;

/**
 * The squared magnitudes of a real signal's discrete Fourier transform, in double precision.
 *
 * <p>Spectral contrast measures the quietest bins, up to 160 dB below the loudest, where the
 * rounding of a transform in single precision such as TarsosDSP's would be heard. The signal's even
 * and odd samples form one complex signal of half the length, which is transformed by radix 2 with
 * decimation in time (J. W. Cooley and J. W. Tukey, 1965) and taken apart again.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
final class RealTransform {
  private final int half;
  private final int[] reversed;
  private final double[] cosines;
  private final double[] sines;
  private final double[] real;
  private final double[] imaginary;

  /**
   * A transform.
   *
   * @param size length of the signal, a power of two and at least 4
   */
  RealTransform(int size) {
    half = size / 2;
    reversed = new int[half];
    cosines = new double[half];
    sines = new double[half];
    real = new double[half];
    imaginary = new double[half];
    int bits = Integer.numberOfTrailingZeros(half);
    for (int i = 0; i < half; i++) {
      reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
      cosines[i] = Math.cos(2 * Math.PI * i / size);
      sines[i] = -Math.sin(2 * Math.PI * i / size);
    }
  }

  /**
   * Transforms a signal.
   *
   * @param signal as many samples as the transform's size
   * @param window factor on each sample
   * @param power receives half the size and one values, from frequency zero to Nyquist's
   */
  void power(float[] signal, double[] window, float[] power) {
    for (int i = 0; i < half; i++) {
      int from = 2 * reversed[i];
      real[i] = window[from] * signal[from];
      imaginary[i] = window[from + 1] * signal[from + 1];
    }
    for (int span = 1; span < half; span *= 2) {
      combine(span);
    }
    separate(power);
  }

  /** Joins neighbouring transforms of {@code span} values to ones of twice that. */
  private void combine(int span) {
    int step = half / span;
    for (int start = 0; start < half; start += 2 * span) {
      for (int k = 0; k < span; k++) {
        int even = start + k;
        int odd = even + span;
        double cosine = cosines[k * step];
        double sine = sines[k * step];
        double turnedReal = real[odd] * cosine - imaginary[odd] * sine;
        double turnedImaginary = real[odd] * sine + imaginary[odd] * cosine;
        real[odd] = real[even] - turnedReal;
        imaginary[odd] = imaginary[even] - turnedImaginary;
        real[even] += turnedReal;
        imaginary[even] += turnedImaginary;
      }
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

  private static float square(double re, double im) {
    return (float) (re * re + im * im);
  }
}
