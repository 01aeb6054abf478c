package dev.emovox.audit.rules.packages;

import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import java.util.stream.Stream;

/** A served network hears as much of a clip as it did in training. */
public final class SameLength implements Rule<AuditedNetwork> {
  private static final RuleText TEXT =
      RuleText.error(
          "preprocessing-differs",
          "The served network hears another length of a clip than it was trained and tested on: its results in service are not those of the report.",
          "Don't serve it. Run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedNetwork network) {
    double planned = network.settings().longestSeconds();
    return network.packaged().stream()
        .filter(packaged -> Double.compare(packaged.longestSeconds(), planned) != 0)
        .map(
            packaged ->
                new Breach(
                    network.tested().subject(),
                    "the package has longest_seconds %s, the plan %s"
                        .formatted(packaged.longestSeconds(), planned)));
  }
}
