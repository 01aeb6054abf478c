package dev.emovox.audit.rules.finetuning;

import dev.emovox.audit.evidence.AuditedNetwork;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.Digest;
import java.util.Optional;
import java.util.stream.Stream;

/** The packaged weights are those of the epoch that the last stage selected. */
public final class RecordedCheckpoint implements Rule<AuditedNetwork> {
  private static final RuleText TEXT =
      RuleText.error(
          "checkpoint-not-the-recorded-one",
          "The package holds the weights of another epoch than the one that was selected and whose scores are shown.",
          "Don't serve it. Run the experiment again to pack the selected epoch.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedNetwork network) {
    Optional<Digest> selected = network.selected().map(RecordedCheckpoint::position);
    return network.packaged().stream()
        .filter(packaged -> !Optional.of(packaged.position()).equals(selected))
        .map(
            packaged ->
                new Breach(
                    network.tested().subject(),
                    "the package is of the epoch recorded as %s, and %s was selected"
                        .formatted(
                            packaged.position(), selected.map(Digest::toString).orElse("none"))));
  }

  private static Digest position(EpochOutcome epoch) {
    return epoch.stage().output("position").digest();
  }
}
