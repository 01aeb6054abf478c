package dev.emovox.baselines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A binary tree that asks whether one standardised feature is at most a threshold, and has training
 * clips by class in its leaves. Nodes are numbered in pre-order, the branch for "yes" first, so
 * that a split's "yes" child is the node after it. Immutable.
 */
final class ClassificationTree {
  /** In place of a feature: this node is a leaf. */
  static final int LEAF = -1;

  private final int[] features;
  private final double[] thresholds;

  /** Of a split, the number of its "no" child; of a leaf, its row in {@link #leaves}. */
  private final int[] links;

  /** Class and training clips, class and clips, …, without classes that have none. */
  private final int[][] leaves;

  private ClassificationTree(Builder builder) {
    features = builder.features.stream().mapToInt(Integer::intValue).toArray();
    thresholds = builder.thresholds.stream().mapToDouble(Double::doubleValue).toArray();
    links = builder.links.stream().mapToInt(Integer::intValue).toArray();
    leaves = builder.leaves.toArray(int[][]::new);
  }

  int nodes() {
    return features.length;
  }

  /** The feature that a node asks for, or {@link #LEAF}. */
  int feature(int node) {
    return features[node];
  }

  double threshold(int node) {
    return thresholds[node];
  }

  /** Of a leaf: class and training clips, class and clips, …, classes ascending. */
  int[] clips(int leaf) {
    return leaves[links[leaf]];
  }

  /** Adds the class shares of the leaf that a standardised vector falls into. */
  void addShares(double[] standardised, double[] sum) {
    int node = 0;
    while (features[node] != LEAF) {
      node = standardised[features[node]] <= thresholds[node] ? node + 1 : links[node];
    }
    int[] clips = leaves[links[node]];
    double all = 0;
    for (int i = 1; i < clips.length; i += 2) {
      all += clips[i];
    }
    for (int i = 0; i < clips.length; i += 2) {
      sum[clips[i]] += clips[i + 1] / all;
    }
  }

  /** Takes nodes in pre-order. */
  static final class Builder {
    private final List<Integer> features = new ArrayList<>();
    private final List<Double> thresholds = new ArrayList<>();
    private final List<Integer> links = new ArrayList<>();
    private final List<int[]> leaves = new ArrayList<>();
    private final Deque<Integer> splitsWithoutNo = new ArrayDeque<>();
    private int missing = 1;

    /** Adds a split, whose "yes" branch is added next, and after it the "no" branch. */
    void split(int feature, double threshold) {
      splitsWithoutNo.push(features.size());
      missing++;
      add(feature, threshold, -1);
    }

    /**
     * Adds a leaf.
     *
     * @param clips class and training clips, class and clips, …, classes ascending and clips
     *     positive; at least one class; taken over
     */
    void leaf(int[] clips) {
      add(LEAF, 0, leaves.size());
      leaves.add(clips);
      missing--;
      if (!splitsWithoutNo.isEmpty()) {
        links.set(splitsWithoutNo.pop(), features.size());
      }
    }

    private void add(int feature, double threshold, int link) {
      features.add(feature);
      thresholds.add(threshold);
      links.add(link);
    }

    /** Whether the branches of all splits are there, so that no node may follow. */
    boolean complete() {
      return missing == 0;
    }

    ClassificationTree build() {
      if (!complete()) {
        throw new IllegalStateException("a branch of the tree is missing");
      }
      return new ClassificationTree(this);
    }
  }
}
