package dev.emovox.audit.rules.registry;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.domain.Digest;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifest is the one that MLflow was told of when the run ended. */
public final class ManifestTracked implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "manifest-edited",
          "The run's record names another list of clips than when the run ended: the list was edited afterwards, and the record with it.",
          "Find the manifest of the digest that MLflow and the model packages name; restore the run's record from a backup.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    if (run.ingestion().isEmpty()) {
      return Stream.empty();
    }
    Digest kept = run.ingestionOutput("manifest").digest();
    return run
        .tracked()
        .flatMap(tracked -> Optional.ofNullable(tracked.tags().get("emovox.manifest")))
        .filter(told -> !told.equals(kept.toString()))
        .map(
            told ->
                new Breach(
                    run.id() + ", manifest",
                    "MLflow was told %s, the record has %s".formatted(told, kept)))
        .stream();
  }
}
