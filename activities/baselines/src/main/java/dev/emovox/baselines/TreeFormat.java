package dev.emovox.baselines;

/** A tree's nodes in pre-order; see {@link BaselineModelFormat}. */
final class TreeFormat {
  private TreeFormat() {}

  static void write(ClassificationTree tree, ModelOutput out) {
    for (int node = 0; node < tree.nodes(); node++) {
      out.count(tree.feature(node) + 1);
      if (tree.feature(node) == ClassificationTree.LEAF) {
        writeLeaf(tree.clips(node), out);
      } else {
        out.number(tree.threshold(node));
      }
    }
  }

  private static void writeLeaf(int[] clips, ModelOutput out) {
    out.count(clips.length / 2);
    for (int value : clips) {
      out.count(value);
    }
  }

  /** Reads until the tree is complete; every node takes bytes, so the input bounds its size. */
  static ClassificationTree read(ModelInput in, int features, int classes) {
    ClassificationTree.Builder builder = new ClassificationTree.Builder();
    while (!builder.complete()) {
      int feature = in.count(0, features, "feature of a split") - 1;
      if (feature == ClassificationTree.LEAF) {
        builder.leaf(readLeaf(in, classes));
      } else {
        builder.split(feature, in.number());
      }
    }
    return builder.build();
  }

  private static int[] readLeaf(ModelInput in, int classes) {
    int[] clips = new int[2 * in.count(1, classes, "classes in a leaf")];
    int least = 0;
    for (int i = 0; i < clips.length; i += 2) {
      clips[i] = in.count(least, classes - 1, "class in a leaf");
      clips[i + 1] = in.count(1, Integer.MAX_VALUE, "clips in a leaf");
      least = clips[i] + 1;
    }
    return clips;
  }
}
