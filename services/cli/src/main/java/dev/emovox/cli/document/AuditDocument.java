package dev.emovox.cli.document;

import dev.emovox.audit.AuditResult;
import dev.emovox.audit.finding.Finding;
import java.util.List;

/**
 * What an audit found, as {@code audit --json} prints it.
 *
 * @param checked what was looked at
 * @param findings breaches of rules, each with what it means and what to do
 */
public record AuditDocument(AuditResult.Checked checked, List<Finding> findings) {

  /** The document of a result. */
  public static AuditDocument of(AuditResult result) {
    return new AuditDocument(result.checked(), result.findings());
  }
}
