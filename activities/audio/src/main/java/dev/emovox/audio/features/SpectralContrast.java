package dev.emovox.audio.features;

/**
 * Spectral contrast of every frame: in each octave band the level of the peaks less that of the
 * valleys (D.-N. Jiang et al., "Music type classification by spectral contrast feature", 2002).
 * Buffers are reused; for one thread at a time.
 */
final class SpectralContrast {
  private final ContrastBands bands;
  private final BandExtremes extremes;
  private final Decibels peaks;
  private final Decibels valleys;
  private final double[] means;
  private final double[][] table;

  SpectralContrast(SpectrumShape shape, ContrastBands bands) {
    this.bands = bands;
    this.extremes = new BandExtremes(bands.mostChosen(), shape.framesOfBlock());
    this.peaks = new Decibels(shape.frames(), bands.count());
    this.valleys = new Decibels(shape.frames(), bands.count());
    this.means = new double[shape.framesOfBlock()];
    this.table = new double[bands.count()][shape.frames()];
  }

  /** Decibels by frame, valid until the next signal. */
  double[][] of(PowerSpectrogram spectrogram) {
    peaks.clear();
    valleys.clear();
    for (int block = 0; block < spectrogram.blocks(); block++) {
      for (int band = 0; band < bands.count(); band++) {
        set(band, spectrogram, block);
      }
    }
    for (int band = 0; band < bands.count(); band++) {
      subtract(peaks.column(band), valleys.column(band), table[band]);
    }
    return table;
  }

  /** librosa takes levels of magnitudes here as though they were powers. */
  private void set(int band, PowerSpectrogram spectrogram, int block) {
    int first = block * means.length;
    int frames = spectrogram.frames(block);
    int count = bands.chosen(band);
    extremes.look(spectrogram.power(block), bands.bins(band), count);
    extremes.peaks(count, means);
    peaks.set(band, first, means, frames);
    extremes.valleys(count, means);
    valleys.set(band, first, means, frames);
  }

  private static void subtract(double[] peaks, double[] valleys, double[] contrast) {
    for (int frame = 0; frame < contrast.length; frame++) {
      contrast[frame] = peaks[frame] - valleys[frame];
    }
  }
}
