package dev.emovox.audit.testing;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.evidence.TrackedValues;
import dev.emovox.audit.examination.Examination;
import dev.emovox.audit.examiner.RunExaminer;
import dev.emovox.audit.finding.Finding;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RunStatus;
import java.util.List;
import java.util.Optional;

/**
 * A run that has ended.
 *
 * @param plan as it is kept
 * @param status as it is kept
 * @param evidence what is stored
 * @param tracked what MLflow holds
 */
public record MadeRun(
    ExperimentPlan plan, RunStatus status, MemoryEvidence evidence, TrackedValues tracked) {

  /** The run as rules see it. */
  public AuditedRun audited() {
    return new AuditedRun(plan, status, evidence, Optional.ofNullable(tracked));
  }

  /** What an audit finds. */
  public List<Finding> findings() {
    Examination examination = new Examination();
    new RunExaminer(examination, line -> {}).examine(audited());
    return examination.findings();
  }
}
