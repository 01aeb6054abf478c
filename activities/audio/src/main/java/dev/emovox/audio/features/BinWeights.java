package dev.emovox.audio.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bands of a spectrum: in each a weighted sum of bins, five by five, which is as many rows as the
 * compiler still makes vector instructions of; bins without weight between them cost nothing.
 * Immutable and safe for use by several threads.
 */
final class BinWeights {
  private final List<List<Five>> bands = new ArrayList<>();

  /** Weights of five neighbouring bins. */
  private record Five(
      int bin, double first, double second, double third, double fourth, double last) {
    static final int SIZE = 5;

    static Five of(int bin, double[] weights) {
      int at = 0;
      return new Five(bin, weights[at++], weights[at++], weights[at++], weights[at++], weights[at]);
    }

    void add(double[][] power, double[] sums) {
      int at = bin;
      add(power[at++], power[at++], power[at++], power[at++], power[at], sums);
    }

    private void add(
        double[] one, double[] two, double[] three, double[] four, double[] five, double[] sums) {
      double a = first;
      double b = second;
      double c = third;
      double d = fourth;
      double e = last;
      for (int lane = 0; lane < sums.length; lane++) {
        sums[lane] +=
            (a * one[lane] + b * two[lane]) + (c * three[lane] + d * four[lane]) + e * five[lane];
      }
    }
  }

  /**
   * Bands.
   *
   * @param byBand a weight for each bin, of which there are at least five
   */
  BinWeights(double[][] byBand) {
    for (double[] row : byBand) {
      bands.add(fives(row));
    }
  }

  private static List<Five> fives(double[] row) {
    List<Five> fives = new ArrayList<>();
    for (int bin = 0; bin < row.length; bin++) {
      if (row[bin] != 0) {
        // The last five overlap those before, and have no weight there.
        int start = Math.min(bin, row.length - Five.SIZE);
        double[] weights = Arrays.copyOfRange(row, start, start + Five.SIZE);
        Arrays.fill(weights, 0, bin - start, 0);
        fives.add(Five.of(start, weights));
        bin = start + Five.SIZE - 1;
      }
    }
    return List.copyOf(fives);
  }

  int bands() {
    return bands.size();
  }

  /**
   * The energy in a band.
   *
   * @param power rows by bin with a value a frame
   * @param sums receives a value a frame
   */
  void apply(int band, double[][] power, double[] sums) {
    Arrays.fill(sums, 0);
    for (Five five : bands.get(band)) {
      five.add(power, sums);
    }
  }
}
