package dev.emovox.cli.render;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.TrainingStage;
import dev.emovox.domain.ValidationMetric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which epoch of a stage is the best so far, by the metric that the stage selects by.
 *
 * @param plan what the run was started with, if known
 */
record EpochRanking(Optional<ExperimentPlan> plan) {

  /** The best of epochs, from 1; of equals the one with the lower loss, then the earlier. */
  int best(String network, String stage, List<EpochOutcome> epochs) {
    Comparator<EpochOutcome> order =
        by(metric(network, stage)).thenComparing(by(ValidationMetric.LOSS));
    return epochs.stream()
        .reduce((best, next) -> order.compare(next, best) > 0 ? next : best)
        .map(EpochOutcome::epoch)
        .orElse(0);
  }

  private static Comparator<EpochOutcome> by(ValidationMetric metric) {
    return Comparator.comparingDouble(epoch -> metric.goodness(epoch.validation()));
  }

  /** Unweighted average recall, where a stage selects by no metric. */
  private ValidationMetric metric(String network, String stage) {
    return plan.stream()
        .flatMap(its -> its.networks().stream())
        .filter(its -> its.name().equals(network))
        .map(FineTuningSettings::stages)
        .flatMap(List::stream)
        .filter(its -> its.name().equals(stage))
        .map(TrainingStage::selection)
        .filter(EpochSelection.Best.class::isInstance)
        .map(selection -> ((EpochSelection.Best) selection).metric())
        .findFirst()
        .orElse(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL);
  }
}
