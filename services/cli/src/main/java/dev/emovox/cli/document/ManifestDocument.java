package dev.emovox.cli.document;

import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.domain.Digest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clips of a run. */
public record ManifestDocument(
    int clips,
    int rejects,
    Digest digest,
    String uri,
    Map<String, Integer> clipsPerCorpus,
    List<String> warnings) {

  static ManifestDocument of(IngestionOutcome ingestion) {
    return new ManifestDocument(
        ingestion.clips(),
        ingestion.rejects(),
        ingestion.stage().output("manifest").digest(),
        ingestion.stage().output("manifest").uri(),
        new TreeMap<>(ingestion.clipsPerCorpus()),
        ingestion.warnings());
  }
}
