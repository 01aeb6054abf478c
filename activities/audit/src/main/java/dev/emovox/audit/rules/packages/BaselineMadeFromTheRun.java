package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedBaseline;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** A baseline's package was made from the run's manifest, split and features. */
public final class BaselineMadeFromTheRun implements Rule<AuditedBaseline> {
  @Override
  public RuleText text() {
    return MadeFromTheRun.TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedBaseline baseline) {
    return baseline.packaged().stream()
        .map(packaged -> ProvenanceOfRun.differences(baseline, packaged.provenance()))
        .flatMap(differences -> MadeFromTheRun.breaches(baseline.tested().subject(), differences));
  }
}
