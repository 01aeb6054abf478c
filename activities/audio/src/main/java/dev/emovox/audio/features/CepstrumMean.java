package dev.emovox.audio.features;

/**
 * Mel-frequency cepstral coefficients, averaged over time. The transform is linear, so the levels
 * are averaged first and transformed once. Buffers are reused; for one thread at a time.
 */
final class CepstrumMean {
  private final MelFilterBank filters;
  private final CosineTransform transform;
  private final Decibels levels;

  CepstrumMean(SpectrumShape shape, MelFilterBank filters, CosineTransform transform) {
    this.filters = filters;
    this.transform = transform;
    this.levels = new Decibels(shape.frames(), filters.bands());
  }

  /** Forgets the last signal. */
  void clear() {
    levels.clear();
  }

  /** Adds a frame's power by bin. */
  void add(int frame, float[] power) {
    for (int band = 0; band < filters.bands(); band++) {
      levels.set(frame, band, filters.energy(band, power));
    }
  }

  /** The coefficients' means over the frames added. */
  float[] means() {
    double[] sums = new double[filters.bands()];
    levels.addMeans(1, sums);
    return transform.of(sums);
  }
}
