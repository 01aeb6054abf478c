package dev.emovox.baselines;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Grows one tree of a random forest (L. Breiman, "Random Forests", 2001) with scikit-learn's
 * settings: clips are drawn with replacement, each split chooses among the square root of the
 * number of features, not counting those that are the same for all of the node's clips, and the
 * tree grows until leaves are pure. For one use by one thread.
 */
final class TreeGrower {
  /** Deeper than any tree on real clips; bounds the recursion. */
  private static final int MAX_DEPTH = 256;

  private static final int NOWHERE = -1;

  private final RankedFeatures features;
  private final int[] labels;
  private final int classes;
  private final int minLeaf;
  private final Random random;
  private final int[] weights;
  private final int[] clips;
  private final int[] moved;
  private final int[] nodeOfClip;
  private final int[] candidates;
  private final SplitSearch search;
  private final ClassificationTree.Builder tree = new ClassificationTree.Builder();
  private int nodes;

  private TreeGrower(RankedFeatures features, TrainingTable table, int minLeaf, Random random) {
    this.features = features;
    this.labels = table.labels();
    this.classes = table.labelSet().size();
    this.minLeaf = minLeaf;
    this.random = random;
    this.weights = bootstrap(labels.length, random);
    this.clips = IntStream.range(0, labels.length).filter(clip -> weights[clip] > 0).toArray();
    this.moved = new int[clips.length];
    this.nodeOfClip =
        IntStream.range(0, labels.length).map(clip -> weights[clip] > 0 ? 0 : NOWHERE).toArray();
    this.candidates = IntStream.range(0, features.features()).toArray();
    this.search = new SplitSearch(features, labels, weights, classes, minLeaf);
  }

  /** A tree; a function of its arguments alone. */
  static ClassificationTree grow(
      RankedFeatures features, TrainingTable table, int minLeaf, Random random) {
    TreeGrower grower = new TreeGrower(features, table, minLeaf, random);
    grower.add(0, grower.clips.length, 0);
    return grower.tree.build();
  }

  private static int[] bootstrap(int clips, Random random) {
    int[] timesDrawn = new int[clips];
    for (int i = 0; i < clips; i++) {
      timesDrawn[random.nextInt(clips)]++;
    }
    return timesDrawn;
  }

  /** Adds the node of some clips and all below it. */
  private void add(int from, int to, int depth) {
    SplitSearch.Node node = node(from, to);
    SplitSearch.Split split =
        depth >= MAX_DEPTH || isPure(node.counts()) || node.weight() < 2L * minLeaf
            ? null
            : split(node);
    if (split == null) {
      tree.leaf(leaf(node.counts()));
      return;
    }
    int middle = partition(node, split);
    tree.split(split.feature(), split.threshold());
    add(from, middle, depth + 1);
    add(middle, to, depth + 1);
  }

  private SplitSearch.Node node(int from, int to) {
    int number = nodes++;
    int[] counts = new int[classes];
    int weight = 0;
    for (int i = from; i < to; i++) {
      int clip = clips[i];
      counts[labels[clip]] += weights[clip];
      weight += weights[clip];
      nodeOfClip[clip] = number;
    }
    return new SplitSearch.Node(clips, from, to, number, nodeOfClip, counts, weight);
  }

  private static boolean isPure(int[] counts) {
    return IntStream.of(counts).filter(count -> count > 0).count() == 1;
  }

  /** Draws features until enough that vary were looked at, or there is none left. */
  private SplitSearch.Split split(SplitSearch.Node node) {
    int wanted = Math.max(1, (int) Math.sqrt(candidates.length));
    search.begin();
    for (int drawn = 0; drawn < candidates.length && wanted > 0; drawn++) {
      int other = drawn + random.nextInt(candidates.length - drawn);
      int candidate = candidates[other];
      candidates[other] = candidates[drawn];
      candidates[drawn] = candidate;
      wanted -= search.consider(candidate, node) ? 1 : 0;
    }
    return search.best();
  }

  /** Puts the clips of the "yes" branch first and returns where the others begin. */
  private int partition(SplitSearch.Node node, SplitSearch.Split split) {
    int[] ranks = features.ranks(split.feature());
    int yes = node.from();
    int no = 0;
    for (int i = node.from(); i < node.to(); i++) {
      if (ranks[clips[i]] <= split.rank()) {
        clips[yes++] = clips[i];
      } else {
        moved[no++] = clips[i];
      }
    }
    System.arraycopy(moved, 0, clips, yes, no);
    return yes;
  }

  private int[] leaf(int[] counts) {
    return IntStream.range(0, classes)
        .filter(c -> counts[c] > 0)
        .flatMap(c -> IntStream.of(c, counts[c]))
        .toArray();
  }
}
