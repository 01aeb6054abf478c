package dev.emovox.cli.render;

import dev.emovox.audit.AuditResult;
import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.finding.Severity;
import dev.emovox.cli.console.Style;
import dev.emovox.cli.document.AuditDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An audit for people. */
public final class AuditText {
  private final Style style;

  public AuditText(Style style) {
    this.style = style;
  }

  /** Findings one after the other, then what was looked at. */
  public List<String> lines(AuditDocument audit) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : audit.findings()) {
      lines.add(
          "%s %s at %s".formatted(severity(finding.severity()), finding.rule(), finding.subject()));
      lines.add("  found    " + finding.evidence());
      lines.add("  means    " + finding.meaning());
      lines.add("  to do    " + finding.action());
    }
    lines.add(
        "%s: %s"
            .formatted(
                looked(audit.checked()),
                audit.findings().isEmpty()
                    ? style.good("nothing wrong")
                    : style.bad(audit.findings().size() + " findings")));
    audit
        .checked()
        .unfinished()
        .forEach(run -> lines.add("%s has not ended, and was not looked at".formatted(run)));
    return lines;
  }

  private static String looked(AuditResult.Checked checked) {
    return "Looked at %d runs, %d versions, %d artefacts and %d ledger entries"
        .formatted(
            checked.runs().size(),
            checked.versions().size(),
            checked.artifacts(),
            checked.ledgerEntries());
  }

  private String severity(Severity severity) {
    String word = severity.name().toLowerCase(Locale.ROOT);
    return severity == Severity.ERROR ? style.bad(word) : style.warning(word);
  }
}
