package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Triangular filters, evenly spaced on the mel scale from zero to the Nyquist frequency, each
 * divided by its width in hertz (Slaney's normalisation). Immutable.
 */
final class MelFilterBank {
  private final int[] firstBin;
  private final float[][] weights;

  MelFilterBank(SpectrumShape shape, int bands) {
    double highest = MelScale.fromHertz(shape.sampleRate() / 2.0);
    double[] edges = new double[bands + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = MelScale.toHertz(highest * i / (bands + 1));
    }
    firstBin = new int[bands];
    weights = new float[bands][];
    for (int band = 0; band < bands; band++) {
      fill(band, Arrays.copyOfRange(edges, band, band + 3), shape);
    }
  }

  private void fill(int band, double[] edges, SpectrumShape shape) {
    float[] row = new float[shape.bins()];
    int first = 0;
    int end = 0;
    for (int bin = 0; bin < row.length; bin++) {
      double hertz = shape.frequency(bin);
      double rising = (hertz - edges[0]) / (edges[1] - edges[0]);
      double falling = (edges[2] - hertz) / (edges[2] - edges[1]);
      row[bin] = (float) (Math.max(0, Math.min(rising, falling)) * 2 / (edges[2] - edges[0]));
      if (row[bin] > 0) {
        first = end == 0 ? bin : first;
        end = bin + 1;
      }
    }
    firstBin[band] = first;
    weights[band] = Arrays.copyOfRange(row, first, Math.max(first, end));
  }

  int bands() {
    return weights.length;
  }

  /** The energy that a filter lets through of a frame's power. */
  double energy(int band, float[] power) {
    float[] row = weights[band];
    int first = firstBin[band];
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      sum += row[i] * power[first + i];
    }
    return sum;
  }
}
