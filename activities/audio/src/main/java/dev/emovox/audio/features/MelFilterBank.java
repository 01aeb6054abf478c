package dev.emovox.audio.features;

/**
 * Triangular filters, evenly spaced on the mel scale from zero to the Nyquist frequency, each
 * divided by its width in hertz (Slaney's normalisation).
 */
final class MelFilterBank {
  private MelFilterBank() {}

  static BinWeights of(SpectrumShape shape, int bands) {
    double highest = MelScale.fromHertz(shape.sampleRate() / 2.0);
    double[] edges = new double[bands + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = MelScale.toHertz(highest * i / (bands + 1));
    }
    double[][] weights = new double[bands][shape.bins()];
    for (int band = 0; band < bands; band++) {
      for (int bin = 0; bin < shape.bins(); bin++) {
        weights[band][bin] = weight(shape.frequency(bin), edges, band);
      }
    }
    return new BinWeights(weights);
  }

  /** Rounded to single precision, as librosa's are. */
  private static float weight(double hertz, double[] edges, int band) {
    double low = edges[band];
    double centre = edges[band + 1];
    double high = edges[band + 2];
    double rising = (hertz - low) / (centre - low);
    double falling = (high - hertz) / (high - centre);
    return (float) (Math.max(0, Math.min(rising, falling)) * 2 / (high - low));
  }
}
