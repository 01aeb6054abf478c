package dev.emovox.audit.rules.data;

import dev.emovox.audit.evidence.AuditedRun;
import dev.emovox.audit.examination.Rule;
import dev.emovox.audit.finding.Breach;
import dev.emovox.audit.finding.Listing;
import dev.emovox.audit.finding.RuleText;
import dev.emovox.contracts.IngestionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The manifest and the rejects have as many rows as the run's record says. */
public final class ManifestCount implements Rule<AuditedRun> {
  private static final RuleText TEXT =
      RuleText.error(
          "manifest-count",
          "The list of clips is not the one that the run worked on: clips were added or taken away.",
          "Compare the manifest with the run's record and the folders; run the experiment again.");

  @Override
  public RuleText text() {
    return TEXT;
  }

  @Override
  public Stream<Breach> breaches(AuditedRun run) {
    return run
        .ingestion()
        .map(ingestion -> differences(run, ingestion))
        .filter(differences -> !differences.isEmpty())
        .map(differences -> new Breach(run.id() + ", manifest", String.join("; ", differences)))
        .stream();
  }

  private static List<String> differences(AuditedRun run, IngestionOutcome ingestion) {
    List<String> differences = new ArrayList<>();
    compare(differences, "clips", run.manifest().size(), ingestion.clips());
    compare(differences, "rejects", run.rejects().size(), ingestion.rejects());
    Map<String, Integer> perCorpus = new TreeMap<>();
    run.manifest().values().forEach(clip -> perCorpus.merge(clip.corpus(), 1, Integer::sum));
    if (!perCorpus.equals(new TreeMap<>(ingestion.clipsPerCorpus()))) {
      differences.add(
          "by corpus it has %s and the run's record %s"
              .formatted(
                  Listing.of(perCorpus), Listing.of(new TreeMap<>(ingestion.clipsPerCorpus()))));
    }
    return differences;
  }

  private static void compare(List<String> differences, String what, int found, int recorded) {
    if (found != recorded) {
      differences.add("it has %d %s and the run's record %d".formatted(found, what, recorded));
    }
  }
}
