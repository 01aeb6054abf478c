package dev.emovox.cli.testing;

import dev.emovox.audit.AuditResult;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Finding;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.cli.workplace.Audits;
import dev.emovox.domain.InvalidInputException;
import java.util.List;

/** An audit that knows the run baselines-1, and finds something in all there is. */
public final class FakeAudits implements Audits {
  private static final String RUN = "baselines-1";

  @Override
  public AuditResult of(String name) {
    if (!name.equals(RUN)) {
      throw new InvalidInputException("There is no run or version '" + name + "'.");
    }
    return result(List.of());
  }

  @Override
  public AuditResult ofEverything() {
    RuleText rule =
        RuleText.warning("speakers-known", "The voices are known.", "Split by speaker.");
    return result(List.of(rule.finding(new Breach(RUN + ", split random", "4 of 4 speakers"))));
  }

  private static AuditResult result(List<Finding> findings) {
    return new AuditResult(
        new AuditResult.Checked(List.of(RUN), List.of("going-on"), List.of("1"), 12, 2), findings);
  }

  @Override
  public void close() {}
}
