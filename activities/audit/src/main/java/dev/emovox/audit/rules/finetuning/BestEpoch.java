package dev.emovox.audit.rules.finetuning;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.ValidationMetric;
import java.util.Comparator;
import java.util.List;

/**
 * What the rule gives: the best score; of equals the one with the lower loss, then the earlier.
 *
 * @param metric what is compared
 */
record BestEpoch(ValidationMetric metric) {
  /** The number of the epoch, from 1; one epoch at least. */
  int of(List<EpochOutcome> epochs) {
    Comparator<EpochOutcome> order = by(metric).thenComparing(by(ValidationMetric.LOSS));
    int best = 0;
    for (int i = 1; i < epochs.size(); i++) {
      if (order.compare(epochs.get(i), epochs.get(best)) > 0) {
        best = i;
      }
    }
    return best + 1;
  }

  private static Comparator<EpochOutcome> by(ValidationMetric metric) {
    return Comparator.comparingDouble(epoch -> metric.goodness(epoch.validation()));
  }
}
