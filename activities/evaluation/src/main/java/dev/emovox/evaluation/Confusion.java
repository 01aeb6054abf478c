package dev.emovox.evaluation;

import dev.emovox.domain.ClassScores;

/**
 * Counts of clips by true and predicted class, and the scores that follow from them. Definitions
 * are scikit-learn's with {@code zero_division=0}: a precision, recall or F1 of nothing is 0.
 *
 * <p>Averages are over the classes that occur among the true labels. scikit-learn's macro average
 * also counts, with F1 0, a class that was predicted and never occurs; here that shows in the
 * precision of the others only.
 */
final class Confusion {
  private final int[][] counts;
  private final int[] actual;
  private final int[] predicted;
  private int clips;

  Confusion(int classes) {
    counts = new int[classes][classes];
    actual = new int[classes];
    predicted = new int[classes];
  }

  void add(int trueClass, int predictedClass) {
    counts[trueClass][predictedClass]++;
    actual[trueClass]++;
    predicted[predictedClass]++;
    clips++;
  }

  int[][] counts() {
    return counts;
  }

  ClassScores scores(int label) {
    return new ClassScores(actual[label], precision(label), recall(label), f1(label));
  }

  private double precision(int label) {
    return ratio(counts[label][label], predicted[label]);
  }

  private double recall(int label) {
    return ratio(counts[label][label], actual[label]);
  }

  /** The harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN). */
  private double f1(int label) {
    return ratio(2 * counts[label][label], actual[label] + predicted[label]);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : part / (double) whole;
  }

  /** All metrics at once, in one pass over the classes. */
  MetricValues metrics() {
    int right = 0;
    int occurring = 0;
    double weightedF1 = 0;
    double f1 = 0;
    double recall = 0;
    for (int c = 0; c < actual.length; c++) {
      right += counts[c][c];
      if (actual[c] > 0) {
        occurring++;
        weightedF1 += actual[c] * f1(c);
        f1 += f1(c);
        recall += recall(c);
      }
    }
    return new MetricValues(
        right / (double) clips, weightedF1 / clips, f1 / occurring, recall / occurring);
  }
}
