package dev.emovox.audio.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bands of a spectrum: in each a weighted sum of bins, four by four; fours without any weight cost
 * nothing. Immutable and safe for use by several threads.
 */
final class BinWeights {
  private static final int FOUR = 4;

  private final List<List<Four>> bands = new ArrayList<>();

  /** Weights of four neighbouring bins. */
  private record Four(int bin, double first, double second, double third, double last) {
    boolean isZero() {
      return first == 0 && second == 0 && third == 0 && last == 0;
    }

    void add(double[][] power, double[] sums) {
      add(power[bin], power[bin + 1], power[bin + 2], power[bin + FOUR - 1], sums);
    }

    private void add(double[] one, double[] two, double[] three, double[] four, double[] sums) {
      double a = first;
      double b = second;
      double c = third;
      double d = last;
      for (int lane = 0; lane < sums.length; lane++) {
        sums[lane] += (a * one[lane] + b * two[lane]) + (c * three[lane] + d * four[lane]);
      }
    }
  }

  /**
   * Bands.
   *
   * @param byBand a weight for each bin, of which there are at least four
   */
  BinWeights(double[][] byBand) {
    for (double[] row : byBand) {
      List<Four> fours = new ArrayList<>();
      // The last four overlap those before, and have no weight there.
      for (int bin = 0; bin < row.length; bin += FOUR) {
        int start = Math.min(bin, row.length - FOUR);
        double[] weights = Arrays.copyOfRange(row, start, start + FOUR);
        Arrays.fill(weights, 0, bin - start, 0);
        Four four = new Four(start, weights[0], weights[1], weights[2], weights[FOUR - 1]);
        if (!four.isZero()) {
          fours.add(four);
        }
      }
      bands.add(List.copyOf(fours));
    }
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
    for (Four four : bands.get(band)) {
      four.add(power, sums);
    }
  }
}
