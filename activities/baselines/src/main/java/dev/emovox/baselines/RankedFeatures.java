package dev.emovox.baselines;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A table's features as their ranks, which all trees of a forest share: what a split depends on is
 * the order of values alone. Immutable.
 */
final class RankedFeatures {
  /** By feature, then clip: how many different values are smaller. */
  private final int[][] ranks;

  /** By feature: the clips in the order of their values. */
  private final int[][] orders;

  private final double[][] rows;

  /**
   * Ranks all features.
   *
   * @param rows finite values; one row a clip
   */
  RankedFeatures(double[][] rows) {
    this.rows = rows;
    int width = rows[0].length;
    ranks = new int[width][];
    orders = new int[width][];
    IntStream.range(0, width).parallel().forEach(this::rank);
  }

  private void rank(int feature) {
    int[] order = sorted(feature);
    int[] ranked = new int[order.length];
    int rank = 0;
    for (int i = 1; i < order.length; i++) {
      rank += value(feature, order[i]) > value(feature, order[i - 1]) ? 1 : 0;
      ranked[order[i]] = rank;
    }
    orders[feature] = order;
    ranks[feature] = ranked;
  }

  /** The clips by value; of equal values the first clip is the first. */
  private int[] sorted(int feature) {
    Integer[] clips = IntStream.range(0, rows.length).boxed().toArray(Integer[]::new);
    Arrays.sort(clips, (a, b) -> Double.compare(value(feature, a), value(feature, b)));
    return Arrays.stream(clips).mapToInt(Integer::intValue).toArray();
  }

  int clips() {
    return rows.length;
  }

  int features() {
    return ranks.length;
  }

  /** Ranks by clip; not to be changed. */
  int[] ranks(int feature) {
    return ranks[feature];
  }

  /** Clips in the order of their values; not to be changed. */
  int[] order(int feature) {
    return orders[feature];
  }

  /** The value between those of two clips, the first of which is smaller, and not the larger. */
  double between(int feature, int lower, int upper) {
    double low = value(feature, lower);
    double high = value(feature, upper);
    double middle = low + (high - low) / 2;
    return middle < high ? middle : low;
  }

  /** Zeros of both signs are the same. */
  private double value(int feature, int clip) {
    return rows[clip][feature] + 0.0;
  }
}
