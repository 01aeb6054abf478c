package dev.emovox.baselines;

import dev.emovox.domain.LabelSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up clips: one Gaussian cloud a class, overlapping. */
final class Clusters {
  static final LabelSet LABELS = new LabelSet(List.of("angry", "calm", "happy", "sad"));

  private Clusters() {}

  static TrainingTable table(int clips, int features, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[clips][features];
    int[] labels = new int[clips];
    for (int i = 0; i < clips; i++) {
      labels[i] = i % LABELS.size();
      for (int j = 0; j < features; j++) {
        double centre = j % LABELS.size() == labels[i] ? 1.6 : 0;
        rows[i][j] = (centre + random.nextGaussian()) * (j + 1) + 10 * j;
      }
    }
    return new TrainingTable(names(features), rows, labels, LABELS);
  }

  static List<String> names(int features) {
    return IntStream.range(0, features).mapToObj(j -> "feature_" + j).toList();
  }

  /** Share of rows whose most probable class is theirs. */
  static double accuracy(BaselineModel model, TrainingTable table) {
    int right = 0;
    for (int i = 0; i < table.labels().length; i++) {
      double[] p = model.probabilities(table.features()[i]);
      int best = 0;
      for (int c = 1; c < p.length; c++) {
        best = p[c] > p[best] ? c : best;
      }
      right += best == table.labels()[i] ? 1 : 0;
    }
    return right / (double) table.labels().length;
  }
}
