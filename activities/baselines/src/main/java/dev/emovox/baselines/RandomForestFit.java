package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import smile.base.cart.CART;
import smile.base.cart.SplitRule;
import smile.classification.DecisionTree;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.math.MathEx;

/**
 * Grows a random forest from Smile's decision trees, with scikit-learn's settings: each tree sees
 * as many clips as there are, drawn with replacement; each split chooses by Gini impurity among the
 * square root of the number of features; trees grow until leaves are pure.
 *
 * <p>Smile's own forest is passed by: it draws by class, ignores some seeds, and seeds from several
 * threads without a lock. Here every tree has its own seed and is grown by one thread, so the
 * forest is the same on any number of processors.
 */
final class RandomForestFit {
  /** Deeper than any tree on real clips; bounds the recursion. */
  private static final int MAX_DEPTH = 256;

  private final TrainingTable table;
  private final int minLeafClips;
  private final DataFrame frame;
  private final int[][] order;

  private RandomForestFit(TrainingTable table, double[][] standardised, int minLeafClips) {
    this.table = table;
    this.minLeafClips = minLeafClips;
    String[] columns =
        IntStream.range(0, standardised[0].length).mapToObj(j -> "f" + j).toArray(String[]::new);
    this.frame = DataFrame.of(standardised, columns);
    this.order = CART.order(frame);
  }

  static BaselineModel fit(BaselineSettings.RandomForest settings, TrainingTable table, long seed) {
    Standardisation standardisation = Standardisation.of(table.features());
    double[][] standardised =
        Arrays.stream(table.features()).map(standardisation::apply).toArray(double[][]::new);
    RandomForestFit fit = new RandomForestFit(table, standardised, settings.minLeafClips());
    // Each tree's seed is drawn from the forest's, in the order of the trees.
    long[] seeds = new Random(seed).longs(settings.trees()).toArray();
    List<ClassificationTree> trees = Arrays.stream(seeds).parallel().mapToObj(fit::grow).toList();
    return new RandomForestModel(table.labelSet(), standardisation, trees);
  }

  private ClassificationTree grow(long seed) {
    Random random = new Random(seed);
    int[] timesDrawn = bootstrap(table.labels().length, random);
    seedThisThread(random.nextLong());
    DecisionTree tree =
        new DecisionTree(
            frame,
            table.labels(),
            new StructField("class", DataTypes.IntegerType),
            table.labelSet().size(),
            SplitRule.GINI,
            MAX_DEPTH,
            Integer.MAX_VALUE,
            minLeafClips,
            (int) Math.sqrt(frame.ncols()),
            timesDrawn,
            order);
    return SmileTree.export(tree.root());
  }

  private static int[] bootstrap(int clips, Random random) {
    int[] timesDrawn = new int[clips];
    for (int i = 0; i < clips; i++) {
      timesDrawn[random.nextInt(clips)]++;
    }
    return timesDrawn;
  }

  /** Smile's generator is one a thread, but seeding writes to a set that all threads share. */
  private static void seedThisThread(long seed) {
    synchronized (RandomForestFit.class) {
      MathEx.setSeed(seed);
    }
  }
}
