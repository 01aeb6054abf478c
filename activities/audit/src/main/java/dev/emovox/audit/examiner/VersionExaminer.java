package dev.emovox.audit.examiner;

import dev.emovox.audit.evidence.AuditedVersion;
import dev.emovox.audit.examination.Examination;

/**
 * Goes through a version of the registered model.
 *
 * @param examination where findings go
 */
public record VersionExaminer(Examination examination) {

  /** Applies all rules about versions. */
  public void examine(AuditedVersion version) {
    examination.apply(RuleBook.VERSION, version);
  }
}
