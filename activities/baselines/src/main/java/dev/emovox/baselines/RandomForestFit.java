package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Grows a random forest. Every tree has a seed of its own and is grown by one thread, so the forest
 * is the same on any number of processors.
 */
final class RandomForestFit {
  private RandomForestFit() {}

  static BaselineModel fit(BaselineSettings.RandomForest settings, TrainingTable table, long seed) {
    Standardisation standardisation = Standardisation.of(table.features());
    double[][] standardised =
        Arrays.stream(table.features()).map(standardisation::apply).toArray(double[][]::new);
    RankedFeatures features = new RankedFeatures(standardised);
    // Each tree's seed is drawn from the forest's, in the order of the trees.
    long[] seeds = new Random(seed).longs(settings.trees()).toArray();
    List<ClassificationTree> trees =
        Arrays.stream(seeds)
            .parallel()
            .mapToObj(Random::new)
            .map(random -> TreeGrower.grow(features, table, settings.minLeafClips(), random))
            .toList();
    return new RandomForestModel(table.labelSet(), standardisation, trees);
  }
}
