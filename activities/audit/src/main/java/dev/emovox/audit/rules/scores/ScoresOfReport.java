package dev.emovox.audit.rules.scores;

import dev.emovox.audit.evidence.TestedModel;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EvaluationOutcome;
import dev.emovox.evaluation.EvaluationReport;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The scores that a run shows are those of the stored reports. */
public final class ScoresOfReport implements Rule<TestedModel> {
  private static final RuleText TEXT =
      RuleText.error(
          "scores-differ-from-report",
          "The run shows other scores than the report that it stored.",
          "Believe the report, once its own rules hold. Compare the run's record with a backup.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(TestedModel model) {
    EvaluationOutcome shown = model.evaluation();
    EvaluationReport report = model.report();
    boolean same =
        shown.overall().equals(report.overall())
            && new TreeMap<>(shown.perCorpus()).equals(new TreeMap<>(report.perCorpus()))
            && new TreeMap<>(shown.perClass()).equals(new TreeMap<>(report.perClass()));
    return same
        ? Stream.empty()
        : Stream.of(
            new Breach(
                model.subject(),
                "the run shows accuracy %s, %s by class; the report has %s, %s"
                    .formatted(
                        shown.overall().accuracy(),
                        shown.perClass(),
                        report.overall().accuracy(),
                        report.perClass())));
  }
}
