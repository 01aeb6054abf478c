package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** MLflow still has the run that it was told of. */
public final class StillTracked implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.warning(
          "tracked-run-missing",
          "MLflow does not know the run any more, so the run's record can't be held against a second witness.",
          "Restore the run in MLflow, if it was only deleted; its data can also come from a backup.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run.status().trackedRun() != null && run.tracked().isEmpty()
        ? Stream.of(
            new Breach(run.id(), "MLflow had it as run " + run.status().trackedRun().runId()))
        : Stream.empty();
  }
}
