package dev.emovox.audio.augmentation;

import dev.emovox.audio.fourier.Spectrum;
import java.util.Arrays;

/** A spectrum as magnitudes and directions; a bin of magnitude zero has the direction 1. */
final class PolarFrame {
  final double[] magnitude;
  final double[] real;
  final double[] imaginary;

  PolarFrame(int bins) {
    magnitude = new double[bins];
    real = new double[bins];
    imaginary = new double[bins];
  }

  void set(Spectrum spectrum) {
    for (int bin = 0; bin < magnitude.length; bin++) {
      double re = spectrum.real()[bin];
      double im = spectrum.imaginary()[bin];
      double length = Math.sqrt(re * re + im * im);
      boolean silent = length < Double.MIN_NORMAL;
      magnitude[bin] = silent ? 0 : length;
      real[bin] = silent ? 1 : re / length;
      imaginary[bin] = silent ? 0 : im / length;
    }
  }

  void clear() {
    Arrays.fill(magnitude, 0);
    Arrays.fill(real, 1);
    Arrays.fill(imaginary, 0);
  }

  void copyPhases(Spectrum target) {
    System.arraycopy(real, 0, target.real(), 0, real.length);
    System.arraycopy(imaginary, 0, target.imaginary(), 0, imaginary.length);
  }
}
