package dev.emovox.audio.features;

import java.util.Arrays;

/**
 * The smallest and the largest values so far of many sequences at once, in ascending order: a row
 * for each place, with a value of each sequence. What comes in is sorted by a network (K. E.
 * Batcher, "Sorting networks and their applications", 1968) and merged with what is held. Buffers
 * are reused; for one thread at a time.
 */
final class SortedEnds {
  private final SortingNetwork network = new SortingNetwork();
  private final double[][] smallest;
  private final double[][] largest;
  private final double[][] incoming;

  /**
   * Room for values.
   *
   * @param most the most values held at either end, a power of two
   * @param width how many sequences
   */
  SortedEnds(int most, int width) {
    smallest = new double[most][width];
    largest = new double[most][width];
    incoming = new double[most][width];
  }

  /** Forgets what came in before. */
  void clear(int places) {
    for (int place = 0; place < places; place++) {
      Arrays.fill(smallest[place], Double.POSITIVE_INFINITY);
      Arrays.fill(largest[place], Double.NEGATIVE_INFINITY);
    }
  }

  /**
   * Copies the values of some of the sequences, from {@code at} on, to a place of what comes in.
   */
  void put(int place, double[] values, int at) {
    System.arraycopy(values, 0, incoming[place], at, values.length);
  }

  /** Takes what was put to the first places. */
  void take(int places) {
    network.sort(incoming, places);
    lower(places);
    raise(places);
  }

  /** Takes one value of each sequence. */
  void insert(double[] values, int places) {
    double[] passed = incoming[0];
    System.arraycopy(values, 0, passed, 0, values.length);
    for (int place = 0; place < places - 1; place++) {
      SortingNetwork.exchange(smallest[place], passed);
    }
    SortingNetwork.lower(smallest[places - 1], passed);
    System.arraycopy(values, 0, passed, 0, values.length);
    for (int place = places - 1; place > 0; place--) {
      SortingNetwork.exchange(passed, largest[place]);
    }
    SortingNetwork.raise(largest[0], passed);
  }

  /** Takes what others hold of as many sequences, from their {@code from} on. */
  void takeAll(SortedEnds others, int from, int places) {
    copy(others.smallest, from, places);
    lower(places);
    copy(others.largest, from, places);
    raise(places);
  }

  private void copy(double[][] rows, int from, int places) {
    for (int place = 0; place < places; place++) {
      System.arraycopy(rows[place], from, incoming[place], 0, incoming[place].length);
    }
  }

  private void lower(int places) {
    for (int place = 0; place < places; place++) {
      SortingNetwork.lower(smallest[place], incoming[places - 1 - place]);
    }
    network.merge(smallest, places);
  }

  private void raise(int places) {
    for (int place = 0; place < places; place++) {
      SortingNetwork.raise(largest[place], incoming[places - 1 - place]);
    }
    network.merge(largest, places);
  }

  /** By place, then sequence. */
  double[][] smallest() {
    return smallest;
  }

  /** By place, then sequence. */
  double[][] largest() {
    return largest;
  }
}
