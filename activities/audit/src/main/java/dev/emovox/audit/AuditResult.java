package dev.emovox.audit;

import dev.emovox.audit.finding.Finding;
import java.util.List;

/**
 * What an audit looked at, and what it found.
 *
 * @param checked what was looked at
 * @param findings breaches of rules; none if all is well
 */
public record AuditResult(Checked checked, List<Finding> findings) {

  /**
   * What was looked at.
   *
   * @param runs their names
   * @param unfinished runs that have not ended, of which there is nothing to look at yet
   * @param versions numbers of versions of the registered model
   * @param artifacts how many artefacts were read
   * @param ledgerEntries how many entries of the ledger
   */
  public record Checked(
      List<String> runs,
      List<String> unfinished,
      List<String> versions,
      long artifacts,
      long ledgerEntries) {}

  public AuditResult {
    findings = List.copyOf(findings);
  }

  /** Whether nothing was found. */
  public boolean isClean() {
    return findings.isEmpty();
  }
}
