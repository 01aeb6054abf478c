package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.time.Instant;
import java.util.stream.Stream;

/** No stage of a run began before the run did. */
public final class RunClock implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.warning(
          "run-clock-backwards",
          "By its own record a stage began before the run: a clock went backwards, or times were changed.",
          "Look at the clocks of the machines, and at Temporal's history; don't rely on the times.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    long began = run.status().startedAtMillis();
    return run.status().stages().stream()
        .filter(stage -> stage.startedAtMillis() > 0 && stage.startedAtMillis() < began)
        .map(
            stage ->
                new Breach(
                    run.id() + ", stage " + stage.name(),
                    "it began %s, the run %s"
                        .formatted(
                            Instant.ofEpochMilli(stage.startedAtMillis()),
                            Instant.ofEpochMilli(began))));
  }
}
