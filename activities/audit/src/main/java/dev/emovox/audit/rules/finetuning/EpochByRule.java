package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedStage;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.EpochSelection;
import java.util.List;
import java.util.stream.Stream;

/** A stage ends with the epoch that its selection policy gives. */
public final class EpochByRule implements Rule<AuditedStage> {
  private static final RuleText TEXT =
      RuleText.error(
          "checkpoint-not-by-rule",
          "Training went on from, or ended with, another epoch than the stage's own rule gives: somebody chose by another measure, and did not say so.",
          "Find out why; train again by the rule, or choose by hand with a reason (`selection: {policy: epoch, …}`).");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedStage stage) {
    List<EpochOutcome> epochs = stage.status().epochs();
    if (epochs.isEmpty()) {
      return Stream.empty();
    }
    int expected = expected(stage.settings().selection(), epochs);
    int selected = stage.status().selectedEpoch();
    return selected == expected
        ? Stream.empty()
        : Stream.of(
            new Breach(
                stage.subject(),
                "epoch %d%s was taken; %s gives epoch %d%s"
                    .formatted(
                        selected,
                        scores(epochs, selected),
                        stage.settings().selection(),
                        expected,
                        scores(epochs, expected))));
  }

  private static int expected(EpochSelection selection, List<EpochOutcome> epochs) {
    if (selection instanceof EpochSelection.Best best) {
      return new BestEpoch(best.metric()).of(epochs);
    }
    return selection instanceof EpochSelection.Chosen chosen ? chosen.epoch() : epochs.size();
  }

  private static String scores(List<EpochOutcome> epochs, int epoch) {
    return epoch < 1 || epoch > epochs.size() ? "" : " " + epochs.get(epoch - 1).validation();
  }
}
