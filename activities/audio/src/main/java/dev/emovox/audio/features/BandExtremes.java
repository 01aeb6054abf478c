package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * Finds the means of the smallest and of the largest magnitudes in a band without sorting it, for
 * many frames at once: groups of bins are sorted by a network (K. E. Batcher, "Sorting networks and
 * their applications", 1968) and merged with the smallest and the largest so far. No step depends
 * on values, so the compiler makes vector instructions of it. Buffers are reused; for one thread at
 * a time.
 */
final class BandExtremes {
  private final SortingNetwork network = new SortingNetwork();

  /** The values kept of each frame, in ascending order: place, then frame. */
  private final double[][] smallest;

  private final double[][] largest;
  private final double[][] group;

  BandExtremes(int mostChosen, int frames) {
    int places = places(mostChosen);
    smallest = new double[places][frames];
    largest = new double[places][frames];
    group = new double[places][frames];
  }

  private static int places(int chosen) {
    return chosen == 1 ? 1 : 2 * Integer.highestOneBit(chosen - 1);
  }

  /**
   * Looks at a band.
   *
   * @param power rows by bin
   * @param bins the band's first bin and its end
   * @param count how many bins of each frame are kept at either end
   */
  void look(double[][] power, ContrastBands.Range bins, int count) {
    int places = places(count);
    for (int place = 0; place < places; place++) {
      Arrays.fill(smallest[place], Double.POSITIVE_INFINITY);
      Arrays.fill(largest[place], Double.NEGATIVE_INFINITY);
    }
    int bin = bins.first();
    for (; bin + places <= bins.end(); bin += places) {
      merge(power, bin, places);
    }
    for (; bin < bins.end(); bin++) {
      insert(power[bin], places);
    }
  }

  private void merge(double[][] power, int bin, int places) {
    for (int place = 0; place < places; place++) {
      System.arraycopy(power[bin + place], 0, group[place], 0, group[place].length);
    }
    network.sort(group, places);
    for (int place = 0; place < places; place++) {
      SortingNetwork.lower(smallest[place], group[places - 1 - place]);
      SortingNetwork.raise(largest[place], group[places - 1 - place]);
    }
    network.merge(smallest, places);
    network.merge(largest, places);
  }

  private void insert(double[] row, int places) {
    double[] passed = group[0];
    System.arraycopy(row, 0, passed, 0, row.length);
    for (int place = 0; place < places - 1; place++) {
      SortingNetwork.exchange(smallest[place], passed);
    }
    SortingNetwork.lower(smallest[places - 1], passed);
    System.arraycopy(row, 0, passed, 0, row.length);
    for (int place = places - 1; place > 0; place--) {
      SortingNetwork.exchange(passed, largest[place]);
    }
    SortingNetwork.raise(largest[0], passed);
  }

  /** The mean magnitude of each frame's {@code count} bins of least power. */
  void valleys(int count, double[] means) {
    meanRoots(smallest, 0, count, means);
  }

  /** The mean magnitude of each frame's {@code count} bins of most power. */
  void peaks(int count, double[] means) {
    meanRoots(largest, places(count) - count, count, means);
  }

  private static void meanRoots(double[][] powers, int first, int count, double[] means) {
    Arrays.fill(means, 0);
    for (int place = first; place < first + count; place++) {
      double[] row = powers[place];
      for (int frame = 0; frame < means.length; frame++) {
        means[frame] += Math.sqrt(row[frame]) / count;
      }
    }
  }
}
