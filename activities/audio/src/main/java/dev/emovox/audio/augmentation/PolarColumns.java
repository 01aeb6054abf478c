package dev.emovox.audio.augmentation;

import dev.emovox.audio.fourier.FrameTransforms;
import dev.emovox.audio.fourier.Frames;
import dev.emovox.audio.fourier.SpectrumRow;
import java.util.Arrays;

/**
 * Some neighbouring columns of a signal's spectrogram as magnitudes, times two, and directions; a
 * bin of magnitude zero has the direction 1. Behind the last column there are zeros. For one thread
 * at a time.
 */
final class PolarColumns {
  /** Most columns at a time. */
  static final int MOST = FrameTransforms.LANES;

  private final FrameTransforms transforms;
  private final double[] window;
  private final double[][] magnitudes = new double[PhaseVocoder.FRAME / 2 + 1][MOST];
  private final double[][] real = new double[magnitudes.length][MOST];
  private final double[][] imaginary = new double[magnitudes.length][MOST];
  private float[] padded = new float[0];
  private int frames;
  private int first;
  private boolean loaded;

  /**
   * Columns of nothing.
   *
   * @param transforms used for a moment, whatever is in them
   */
  PolarColumns(FrameTransforms transforms, double[] window) {
    this.transforms = transforms;
    this.window = window;
  }

  void open(float[] signal) {
    frames = 1 + signal.length / PhaseVocoder.HOP;
    padded = new float[signal.length + PhaseVocoder.FRAME];
    System.arraycopy(signal, 0, padded, PhaseVocoder.FRAME / 2, signal.length);
    loaded = false;
  }

  /** How many columns the signal has. */
  int frames() {
    return frames;
  }

  /** Makes sure that columns are loaded. */
  void cover(int from, int to) {
    if (!loaded || from < first || to > last()) {
      first = from;
      load();
      loaded = true;
    }
  }

  private void load() {
    int heard = Math.max(0, Math.min(MOST, frames - first));
    int start = Math.min(first, frames) * PhaseVocoder.HOP;
    transforms.forward(new Frames(padded, start, PhaseVocoder.HOP, heard), window);
    for (int bin = 0; bin < magnitudes.length; bin++) {
      set(bin, heard);
      Arrays.fill(magnitudes[bin], heard, MOST, 0);
      Arrays.fill(real[bin], heard, MOST, 1);
      Arrays.fill(imaginary[bin], heard, MOST, 0);
    }
  }

  private void set(int bin, int heard) {
    SpectrumRow row = transforms.bin(bin);
    double[] lengths = magnitudes[bin];
    measure(row, lengths, heard);
    divide(row.real(), lengths, real[bin], heard);
    divide(row.imaginary(), lengths, imaginary[bin], heard);
    for (int column = 0; column < heard; column++) {
      if (!(lengths[column] >= Double.MIN_NORMAL)) {
        lengths[column] = 0;
        real[bin][column] = 1;
        imaginary[bin][column] = 0;
      }
    }
    if (row.sign() < 0) {
      negate(imaginary[bin], heard);
    }
  }

  private static void measure(SpectrumRow row, double[] lengths, int heard) {
    double[] real = row.real();
    double[] imaginary = row.imaginary();
    for (int column = 0; column < heard; column++) {
      lengths[column] =
          Math.sqrt(real[column] * real[column] + imaginary[column] * imaginary[column]);
    }
  }

  private static void divide(double[] parts, double[] lengths, double[] shares, int heard) {
    for (int column = 0; column < heard; column++) {
      shares[column] = parts[column] / lengths[column];
    }
  }

  private static void negate(double[] values, int heard) {
    for (int column = 0; column < heard; column++) {
      values[column] = -values[column];
    }
  }

  /** The first column. */
  int first() {
    return first;
  }

  /** The last column. */
  int last() {
    return first + MOST - 1;
  }

  double[] magnitude(int bin) {
    return magnitudes[bin];
  }

  double[] real(int bin) {
    return real[bin];
  }

  double[] imaginary(int bin) {
    return imaginary[bin];
  }
}
