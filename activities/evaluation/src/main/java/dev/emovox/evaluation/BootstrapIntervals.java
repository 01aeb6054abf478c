package dev.emovox.evaluation;

import dev.emovox.domain.Estimate;
import dev.emovox.domain.Scores;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Scores of a set of clips with percentile bootstrap intervals (Efron and Tibshirani 1993, chapter
 * 13): as many clips as there are, drawn with replacement from all of them, again and again. Draws
 * are not stratified: a test part is itself one draw of clips, class sizes included. A class that a
 * resample misses is left out of that resample's averages.
 *
 * <p>Clips of one speaker are not independent, so intervals are about other clips of these
 * speakers, not about other speakers.
 */
final class BootstrapIntervals {
  private final Bootstrap bootstrap;
  private final int classes;

  BootstrapIntervals(Bootstrap bootstrap, int classes) {
    this.bootstrap = bootstrap;
    this.classes = classes;
  }

  /**
   * The scores.
   *
   * @param outcomes true and predicted class index of each clip, at least one, in an order that is
   *     the same whenever the clips are
   */
  Scores scores(int[][] outcomes) {
    Confusion confusion = new Confusion(classes);
    for (int[] outcome : outcomes) {
      confusion.add(outcome[0], outcome[1]);
    }
    MetricValues value = confusion.metrics();
    MetricValues[] resampled = resample(outcomes);
    return new Scores(
        outcomes.length,
        estimate(value, resampled, MetricValues::accuracy),
        estimate(value, resampled, MetricValues::weightedF1),
        estimate(value, resampled, MetricValues::macroF1),
        estimate(value, resampled, MetricValues::unweightedAverageRecall));
  }

  private MetricValues[] resample(int[][] outcomes) {
    Random random = new Random(bootstrap.seed());
    MetricValues[] resampled = new MetricValues[bootstrap.resamples()];
    for (int r = 0; r < resampled.length; r++) {
      Confusion confusion = new Confusion(classes);
      for (int i = 0; i < outcomes.length; i++) {
        int[] drawn = outcomes[random.nextInt(outcomes.length)];
        confusion.add(drawn[0], drawn[1]);
      }
      resampled[r] = confusion.metrics();
    }
    return resampled;
  }

  private Estimate estimate(
      MetricValues value, MetricValues[] resampled, ToDoubleFunction<MetricValues> metric) {
    double[] values = Arrays.stream(resampled).mapToDouble(metric).toArray();
    return Percentiles.estimate(metric.applyAsDouble(value), values, bootstrap.confidence());
  }
}
