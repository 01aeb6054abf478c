package dev.emovox.baselines;

import java.util.Arrays;

/**
 * Finds where a feature divides a node's clips best by Gini impurity. Buffers are reused; for one
 * thread at a time.
 */
final class SplitSearch {
  private static final int CLIP_BITS = 32;

  /** A node of at least this share of all clips is sorted by passing over all clips in order. */
  private static final int LARGE_NODE_SHARE = 10;

  private final RankedFeatures features;
  private final int[] labels;
  private final int[] weights;
  private final int minLeaf;
  private final long[] keys;
  private final int[] sorted;
  private final long[] left;
  private final long[] right;

  /** The best split so far; no feature if there is none. */
  private int feature;

  private int lower;
  private int upper;
  private double score;

  /**
   * A search in one tree.
   *
   * @param labels by clip
   * @param weights how often each clip counts
   * @param minLeaf least weight on either side
   */
  SplitSearch(RankedFeatures features, int[] labels, int[] weights, int classes, int minLeaf) {
    this.features = features;
    this.labels = labels;
    this.weights = weights;
    this.minLeaf = minLeaf;
    this.keys = new long[labels.length];
    this.sorted = new int[labels.length];
    this.left = new long[classes];
    this.right = new long[classes];
  }

  /**
   * A node's clips.
   *
   * @param clips all clips of the tree; the node's are those from {@code from} to before {@code to}
   * @param number of the node
   * @param nodeOfClip which node each clip is in, by clip
   * @param counts the node's clips by class, each as often as it was drawn
   * @param weight the sum of the counts
   */
  @SuppressWarnings("ArrayRecordComponent") // Views of a tree's buffers, never compared.
  record Node(
      int[] clips, int from, int to, int number, int[] nodeOfClip, int[] counts, int weight) {}

  /** A split of a node: clips up to {@code rank} of the feature go to the "yes" branch. */
  record Split(int feature, int rank, double threshold) {}

  /** Forgets what was found. */
  void begin() {
    feature = -1;
    score = Double.NEGATIVE_INFINITY;
  }

  /** What was found since the beginning; null if no feature divides the node. */
  Split best() {
    return feature < 0
        ? null
        : new Split(
            feature, features.ranks(feature)[lower], features.between(feature, lower, upper));
  }

  /** Looks at one feature; false if it is the same for all clips of the node. */
  boolean consider(int candidate, Node node) {
    int count = sort(candidate, node);
    int[] ranks = features.ranks(candidate);
    if (ranks[sorted[0]] == ranks[sorted[count - 1]]) {
      return false;
    }
    Arrays.fill(left, 0);
    for (int c = 0; c < right.length; c++) {
      right[c] = node.counts()[c];
    }
    scan(candidate, ranks, count, node.weight());
    return true;
  }

  /** Maximises the sum of squared counts by weight on both sides: least impurity. */
  private void scan(int candidate, int[] ranks, int count, int weight) {
    long leftSquares = 0;
    long rightSquares = 0;
    for (long clips : right) {
      rightSquares += clips * clips;
    }
    long leftWeight = 0;
    for (int i = 0; i + 1 < count; i++) {
      int clip = sorted[i];
      int label = labels[clip];
      long times = weights[clip];
      leftSquares += times * (2 * left[label] + times);
      rightSquares -= times * (2 * right[label] - times);
      left[label] += times;
      right[label] -= times;
      leftWeight += times;
      long rightWeight = weight - leftWeight;
      if (rightWeight < minLeaf) {
        return;
      }
      if (leftWeight >= minLeaf && ranks[clip] != ranks[sorted[i + 1]]) {
        double found = (double) leftSquares / leftWeight + (double) rightSquares / rightWeight;
        if (found > score) {
          score = found;
          feature = candidate;
          lower = clip;
          upper = sorted[i + 1];
        }
      }
    }
  }

  /** Puts the node's clips in the order of their values and returns how many there are. */
  private int sort(int candidate, Node node) {
    int count = node.to() - node.from();
    if ((long) count * LARGE_NODE_SHARE > features.clips()) {
      return pick(features.order(candidate), node);
    }
    int[] ranks = features.ranks(candidate);
    for (int i = 0; i < count; i++) {
      int clip = node.clips()[node.from() + i];
      keys[i] = ((long) ranks[clip] << CLIP_BITS) | clip;
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      sorted[i] = (int) keys[i];
    }
    return count;
  }

  private int pick(int[] order, Node node) {
    int count = 0;
    for (int clip : order) {
      if (node.nodeOfClip()[clip] == node.number()) {
        sorted[count++] = clip;
      }
    }
    return count;
  }
}
