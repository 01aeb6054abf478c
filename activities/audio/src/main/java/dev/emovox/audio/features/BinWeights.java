package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Bands of a spectrum: in each a weighted sum of neighbouring bins. Immutable and safe for use by
 * several threads.
 */
final class BinWeights {
  private final int[] firstBin;
  private final double[][] weights;

  /**
   * Bands.
   *
   * @param byBand a weight for each bin; zeros at the ends cost nothing
   */
  BinWeights(double[][] byBand) {
    firstBin = new int[byBand.length];
    weights = new double[byBand.length][];
    for (int band = 0; band < byBand.length; band++) {
      double[] row = byBand[band];
      int first = 0;
      int end = row.length;
      while (first < end && row[first] == 0) {
        first++;
      }
      while (end > first && row[end - 1] == 0) {
        end--;
      }
      firstBin[band] = first;
      weights[band] = Arrays.copyOfRange(row, first, end);
    }
  }

  int bands() {
    return weights.length;
  }

  /**
   * The energy in a band.
   *
   * @param power rows by bin with a value a frame
   * @param sums receives a value a frame
   */
  void apply(int band, double[][] power, double[] sums) {
    Arrays.fill(sums, 0);
    double[] row = weights[band];
    int bin = firstBin[band];
    int i = 0;
    for (; i + 1 < row.length; i += 2, bin += 2) {
      add(power[bin], row[i], sums);
      add(power[bin + 1], row[i + 1], sums);
    }
    if (i < row.length) {
      add(power[bin], row[i], sums);
    }
  }

  private static void add(double[] values, double weight, double[] sums) {
    for (int lane = 0; lane < sums.length; lane++) {
      sums[lane] += weight * values[lane];
    }
  }
}
