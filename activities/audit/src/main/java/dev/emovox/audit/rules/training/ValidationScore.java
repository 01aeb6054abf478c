package dev.emovox.audit.rules.training;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** The validation score that the record has is the one that was measured. */
public final class ValidationScore implements Rule<AuditedBaseline> {
  private static final RuleText TEXT =
      RuleText.error(
          "validation-score-differs",
          "The record has another validation score than the stored measurement, so another model may have been chosen than should have been.",
          "Compare the run's record with a backup; run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    double recorded = baseline.tested().validationUnweightedAverageRecall();
    double measured = baseline.validation().overall().unweightedAverageRecall().value();
    return Double.compare(recorded, measured) == 0
        ? Stream.empty()
        : Stream.of(
            new Breach(
                baseline.tested().subject(),
                "the record has unweighted average recall %s, the measurement %s"
                    .formatted(recorded, measured)));
  }
}
