package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.EpochSelection;
import dev.emovox.domain.ValidationMetric;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An epoch that was chosen by hand, against what a rule gives, is told of. */
public final class EpochByHand implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.warning(
          "checkpoint-by-hand",
          "The epoch was chosen by a person, not by a rule, and a rule would have given another: who repeats the experiment by a rule gets another model.",
          "Read the reason. If it does not convince, choose by a rule and train what follows again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    return Optional.of(stage.settings().selection())
        .filter(EpochSelection.Chosen.class::isInstance)
        .map(EpochSelection.Chosen.class::cast)
        .filter(chosen -> !stage.status().epochs().isEmpty())
        .flatMap(chosen -> breach(stage, chosen))
        .stream();
  }

  private static Optional<Breach> breach(AuditedStage stage, EpochSelection.Chosen chosen) {
    List<EpochOutcome> epochs = stage.status().epochs();
    int byAccuracy = new BestEpoch(ValidationMetric.ACCURACY).of(epochs);
    int byLoss = new BestEpoch(ValidationMetric.LOSS).of(epochs);
    int byRecall = new BestEpoch(ValidationMetric.UNWEIGHTED_AVERAGE_RECALL).of(epochs);
    boolean best =
        chosen.epoch() == byAccuracy && chosen.epoch() == byLoss && chosen.epoch() == byRecall;
    return best
        ? Optional.empty()
        : Optional.of(
            new Breach(
                stage.subject(),
                "epoch %d was taken (\"%s\"); epoch %d is the best by accuracy, %d by loss, %d by unweighted average recall"
                    .formatted(chosen.epoch(), chosen.reason(), byAccuracy, byLoss, byRecall)));
  }
}
