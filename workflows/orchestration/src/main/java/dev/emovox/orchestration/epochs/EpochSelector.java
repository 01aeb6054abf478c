package dev.emovox.orchestration.epochs;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FailureType;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.ValidationMetric;
import io.temporal.failure.ApplicationFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Selects the epoch that a stage ends with. */
public final class EpochSelector {
  /** What a choice by hand is compared with. */
  private static final ValidationMetric RULE = ValidationMetric.UNWEIGHTED_AVERAGE_RECALL;

  private EpochSelector() {}

  /**
   * The selected epoch.
   *
   * @param epochs the trained ones in their order, one at least
   * @throws ApplicationFailure of type invalid input if an epoch was chosen that was not trained
   */
  public static SelectedEpoch select(EpochSelection selection, List<EpochOutcome> epochs) {
    if (selection instanceof EpochSelection.Best best) {
      int epoch = best(best.metric(), epochs);
      return new SelectedEpoch(epoch, words(best.metric(), epochs, epoch));
    }
    if (selection instanceof EpochSelection.Chosen chosen) {
      return chosen(chosen, epochs);
    }
    return new SelectedEpoch(epochs.size(), "the last of %s".formatted(count(epochs)));
  }

  private static SelectedEpoch chosen(EpochSelection.Chosen chosen, List<EpochOutcome> epochs) {
    if (chosen.epoch() < 1 || chosen.epoch() > epochs.size()) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Epoch %d was chosen by hand, but the stage has only %s. Choose one of these."
              .formatted(chosen.epoch(), count(epochs)),
          FailureType.INVALID_INPUT);
    }
    int rule = best(RULE, epochs);
    return new SelectedEpoch(
        chosen.epoch(),
        "chosen by hand: %s; %s would have given epoch %d"
            .formatted(chosen.reason(), words(RULE, epochs, rule), rule));
  }

  /** The best score; of equals the one with the lower loss, then the earlier. */
  private static int best(ValidationMetric metric, List<EpochOutcome> epochs) {
    Comparator<EpochOutcome> order = by(metric).thenComparing(by(ValidationMetric.LOSS));
    return epochs.stream()
        .reduce((best, next) -> order.compare(next, best) > 0 ? next : best)
        .orElseThrow(() -> new IllegalArgumentException("no epochs"))
        .epoch();
  }

  private static Comparator<EpochOutcome> by(ValidationMetric metric) {
    return Comparator.comparingDouble(epoch -> metric.goodness(epoch.validation()));
  }

  private static String words(ValidationMetric metric, List<EpochOutcome> epochs, int epoch) {
    return String.format(
        Locale.ROOT,
        "the best %s (%.4f) of %s",
        metric.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        epochs.get(epoch - 1).validation().value(metric),
        count(epochs));
  }

  private static String count(List<EpochOutcome> epochs) {
    return epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs";
  }
}
