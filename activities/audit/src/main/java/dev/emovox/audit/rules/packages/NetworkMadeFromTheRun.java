package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** A network's package was made from the run's manifest, split and clips. */
public final class NetworkMadeFromTheRun implements Rule<AuditedNetwork> {
  @Override
  public RuleText text() {
    return MadeFromTheRun.TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedNetwork network) {
    return network.packaged().stream()
        .map(packaged -> ProvenanceOfRun.differences(network, packaged))
        .flatMap(differences -> MadeFromTheRun.breaches(network.tested().subject(), differences));
  }
}
