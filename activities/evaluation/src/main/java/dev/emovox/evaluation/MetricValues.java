package dev.emovox.evaluation;

/**
 * The metrics of one set of clips, without intervals; shares between 0 and 1.
 *
 * @param accuracy share classified right
 * @param weightedF1 F1 averaged over classes by their clips
 * @param macroF1 F1 averaged over the classes that occur
 * @param unweightedAverageRecall recall averaged over the classes that occur
 */
record MetricValues(
    double accuracy, double weightedF1, double macroF1, double unweightedAverageRecall) {

  /** What this set of metrics has more than another; values between -1 and 1. */
  MetricValues minus(MetricValues other) {
    return new MetricValues(
        accuracy - other.accuracy,
        weightedF1 - other.weightedF1,
        macroF1 - other.macroF1,
        unweightedAverageRecall - other.unweightedAverageRecall);
  }
}
