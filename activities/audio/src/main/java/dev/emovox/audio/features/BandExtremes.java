package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Finds the means of the smallest and of the largest magnitudes in a band without sorting it, for
 * many frames at once. Buffers are reused; for one thread at a time.
 */
final class BandExtremes {
  /** The values kept of each frame, the last the first to go: place, then frame. */
  private final double[][] smallest;

  private final double[][] largest;

  BandExtremes(int mostChosen, int frames) {
    smallest = new double[mostChosen][frames];
    largest = new double[mostChosen][frames];
  }

  /**
   * Looks at a band.
   *
   * @param power rows by bin
   * @param bins the band's first bin and its end
   * @param count how many bins of each frame are kept at either end
   */
  void look(double[][] power, ContrastBands.Range bins, int count) {
    for (int place = 0; place < count; place++) {
      Arrays.fill(smallest[place], Double.POSITIVE_INFINITY);
      Arrays.fill(largest[place], Double.NEGATIVE_INFINITY);
    }
    for (int bin = bins.first(); bin < bins.end(); bin++) {
      look(power[bin], count);
    }
  }

  private void look(double[] row, int count) {
    double[] low = smallest[count - 1];
    double[] high = largest[count - 1];
    for (int frame = 0; frame < row.length; frame++) {
      double value = row[frame];
      if (value < low[frame]) {
        keepSmall(value, frame, count - 1);
      }
      if (value > high[frame]) {
        keepLarge(value, frame, count - 1);
      }
    }
  }

  private void keepSmall(double value, int frame, int last) {
    int place = last;
    while (place > 0 && smallest[place - 1][frame] > value) {
      smallest[place][frame] = smallest[place - 1][frame];
      place--;
    }
    smallest[place][frame] = value;
  }

  private void keepLarge(double value, int frame, int last) {
    int place = last;
    while (place > 0 && largest[place - 1][frame] < value) {
      largest[place][frame] = largest[place - 1][frame];
      place--;
    }
    largest[place][frame] = value;
  }

  /** The mean magnitude of each frame's {@code count} bins of least power. */
  void valleys(int count, double[] means) {
    meanRoots(smallest, count, means);
  }

  /** The mean magnitude of each frame's {@code count} bins of most power. */
  void peaks(int count, double[] means) {
    meanRoots(largest, count, means);
  }

  private static void meanRoots(double[][] powers, int count, double[] means) {
    Arrays.fill(means, 0);
    for (int place = 0; place < count; place++) {
      double[] row = powers[place];
      for (int frame = 0; frame < means.length; frame++) {
        means[frame] += Math.sqrt(row[frame]) / count;
      }
    }
  }
}
