package dev.emovox.audio.augmentation.room;

import dev.emovox.audio.fourier.RealTransform;
import dev.emovox.audio.fourier.Spectrum;
import java.util.Arrays;

/**
 * Convolves signals with one response, block after block by fast Fourier transforms (T. G.
 * Stockham, "High-speed Convolution and Correlation", 1966). Immutable and safe for use by several
 * threads.
 */
public final class Convolution {
  private static final int LEAST_SIZE = 1024;

  private final int size;
  private final int block;
  private final double[] window;
  private final Spectrum response;

  /**
   * Convolution.
   *
   * @param response at least one sample
   */
  public Convolution(float[] response) {
    size = Math.max(LEAST_SIZE, 2 * Integer.highestOneBit(2 * response.length - 1));
    block = size - response.length + 1;
    window = new double[size];
    Arrays.fill(window, 1);
    this.response = Spectrum.ofSize(size);
    new RealTransform(size).forward(Arrays.copyOf(response, size), 0, window, this.response);
  }

  /**
   * A part of the convolution.
   *
   * @param start its first sample, from 0
   * @param count samples of it
   */
  public float[] apply(float[] signal, int start, int count) {
    RealTransform transform = new RealTransform(size);
    Spectrum spectrum = Spectrum.ofSize(size);
    double[] convolved = new double[size];
    double[] sums = new double[count];
    for (int from = 0; from < signal.length && from < start + count; from += block) {
      float[] padded = Arrays.copyOf(part(signal, from), size);
      transform.forward(padded, 0, window, spectrum);
      multiply(spectrum);
      transform.inverse(spectrum, convolved);
      add(convolved, sums, from - start);
    }
    float[] result = new float[count];
    for (int i = 0; i < count; i++) {
      result[i] = (float) sums[i];
    }
    return result;
  }

  private float[] part(float[] signal, int from) {
    return Arrays.copyOfRange(signal, from, Math.min(signal.length, from + block));
  }

  private void multiply(Spectrum spectrum) {
    double[] real = spectrum.real();
    double[] imaginary = spectrum.imaginary();
    for (int bin = 0; bin < real.length; bin++) {
      double re = real[bin];
      double im = imaginary[bin];
      real[bin] = re * response.real()[bin] - im * response.imaginary()[bin];
      imaginary[bin] = re * response.imaginary()[bin] + im * response.real()[bin];
    }
  }

  private static void add(double[] convolved, double[] sums, int offset) {
    int end = Math.min(convolved.length, sums.length - offset);
    for (int i = Math.max(0, -offset); i < end; i++) {
      sums[offset + i] += convolved[i];
    }
  }
}
