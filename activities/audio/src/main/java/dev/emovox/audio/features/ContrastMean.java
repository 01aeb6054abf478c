package dev.emovox.audio.features;

/**
 * Spectral contrast, averaged over time: in each octave band the level of the peaks less that of
 * the valleys (D.-N. Jiang et al., "Music type classification by spectral contrast feature", 2002).
 * Buffers are reused; for one thread at a time.
 */
final class ContrastMean {
  private final ContrastBands bands;
  private final ExtremeBins extremes;
  private final Decibels peaks;
  private final Decibels valleys;

  ContrastMean(SpectrumShape shape, ContrastBands bands) {
    this.bands = bands;
    this.extremes = new ExtremeBins(shape.bins());
    this.peaks = new Decibels(shape.frames(), bands.count());
    this.valleys = new Decibels(shape.frames(), bands.count());
  }

  /** Forgets the last signal. */
  void clear() {
    peaks.clear();
    valleys.clear();
  }

  /** Adds a frame's power by bin. */
  void add(int frame, float[] power) {
    for (int band = 0; band < bands.count(); band++) {
      int from = bands.firstBin(band);
      int to = bands.endBin(band);
      int count = bands.chosen(band);
      // librosa takes levels of magnitudes here as though they were powers.
      peaks.set(frame, band, extremes.meanOfLargest(power, from, to, count));
      valleys.set(frame, band, extremes.meanOfSmallest(power, from, to, count));
    }
  }

  /** The means over the frames added, in decibels. */
  float[] means() {
    double[] sums = new double[bands.count()];
    peaks.addMeans(1, sums);
    valleys.addMeans(-1, sums);
    float[] means = new float[sums.length];
    for (int band = 0; band < means.length; band++) {
      means[band] = (float) sums[band];
    }
    return means;
  }
}
