package dev.emovox.evaluation;

import dev.emovox.domain.Estimate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The paired percentile bootstrap (Efron and Tibshirani 1993, chapter 13) of the differences
 * between two models' scores: clips are drawn with replacement, and both models are scored on the
 * same draw. What makes a clip hard for both falls out of the difference, so these intervals are
 * narrower than what two separate ones suggest.
 *
 * <p>Clips of one speaker are not independent, so intervals are about other clips of these
 * speakers, not about other speakers.
 *
 * @param bootstrap resamples, confidence and seed
 */
public record PairedBootstrap(Bootstrap bootstrap) {

  /** The differences, first minus second; they do not depend on the order of the clips. */
  public PairedDifferences differences(PairedClips clips) {
    Pair all = new Pair(clips.classes());
    clips.outcomes().forEach(all::add);
    MetricValues value = all.difference();
    MetricValues[] resampled = resample(clips);
    return new PairedDifferences(
        clips.size(),
        estimate(value, resampled, MetricValues::accuracy),
        estimate(value, resampled, MetricValues::weightedF1),
        estimate(value, resampled, MetricValues::macroF1),
        estimate(value, resampled, MetricValues::unweightedAverageRecall));
  }

  private MetricValues[] resample(PairedClips clips) {
    Random random = new Random(bootstrap.seed());
    List<PairedClips.Outcome> outcomes = clips.outcomes();
    MetricValues[] resampled = new MetricValues[bootstrap.resamples()];
    for (int r = 0; r < resampled.length; r++) {
      Pair drawn = new Pair(clips.classes());
      for (int i = 0; i < outcomes.size(); i++) {
        drawn.add(outcomes.get(random.nextInt(outcomes.size())));
      }
      resampled[r] = drawn.difference();
    }
    return resampled;
  }

  private Estimate estimate(
      MetricValues value, MetricValues[] resampled, ToDoubleFunction<MetricValues> metric) {
    double[] values = Arrays.stream(resampled).mapToDouble(metric).toArray();
    return Percentiles.estimate(metric.applyAsDouble(value), values, bootstrap.confidence());
  }

  /** Both models' counts on one draw. */
  private static final class Pair {
    private final Confusion first;
    private final Confusion second;

    Pair(int classes) {
      first = new Confusion(classes);
      second = new Confusion(classes);
    }

    void add(PairedClips.Outcome outcome) {
      first.add(outcome.label(), outcome.first());
      second.add(outcome.label(), outcome.second());
    }

    MetricValues difference() {
      return first.metrics().minus(second.metrics());
    }
  }
}
