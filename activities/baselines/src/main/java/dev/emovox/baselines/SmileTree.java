package dev.emovox.baselines;

import java.lang.reflect.Field;
import java.util.stream.IntStream;
import smile.base.cart.DecisionNode;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.OrdinalNode;

/**
 * Takes a tree out of Smile. Smile 2.6 shows the class counts of leaves but no feature, threshold
 * or child of a split, other than rounded in its Graphviz text and through Java serialization; so
 * these four package-private fields are read by reflection, from objects that were made in this
 * process a moment ago.
 */
final class SmileTree {
  private static final Field FEATURE = field(InternalNode.class, "feature");
  private static final Field YES = field(InternalNode.class, "trueChild");
  private static final Field NO = field(InternalNode.class, "falseChild");
  private static final Field THRESHOLD = field(OrdinalNode.class, "value");

  private SmileTree() {}

  /** The same tree without Smile. */
  static ClassificationTree export(Node root) {
    ClassificationTree.Builder builder = new ClassificationTree.Builder();
    try {
      export(root, builder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the fields were made accessible", e);
    }
    return builder.build();
  }

  /** As deep as the tree, which the fit bounds. */
  private static void export(Node node, ClassificationTree.Builder builder)
      throws IllegalAccessException {
    if (node instanceof DecisionNode leaf) {
      builder.leaf(clips(leaf.count()));
    } else if (node instanceof OrdinalNode) {
      builder.split(FEATURE.getInt(node), THRESHOLD.getDouble(node));
      export((Node) YES.get(node), builder);
      export((Node) NO.get(node), builder);
    } else {
      throw new IllegalStateException("numeric features give no " + node.getClass());
    }
  }

  private static int[] clips(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(c -> counts[c] > 0)
        .flatMap(c -> IntStream.of(c, counts[c]))
        .toArray();
  }

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("not the Smile 2.6 that this was written for", e);
    }
  }
}
