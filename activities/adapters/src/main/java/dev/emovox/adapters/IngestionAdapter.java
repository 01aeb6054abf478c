package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.ClipUploader;
import dev.emovox.artifacts.StepKey;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.IngestionProgress;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.Inventory;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.domain.Digest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns folders into a manifest and stored clips. Runs where the folders can be read: every worker
 * that listens on the queue must see them under the same paths; later stages read from S3 alone.
 */
public final class IngestionAdapter implements IngestionActivities {
  private static final int CODE_VERSION = 1;

  private final StageMemory memory;
  private final StoredTables tables;
  private final ArtifactStore clips;
  private final AudioDecoder decoder;
  private final Heartbeats heartbeats;

  /** The activity on the given stores. */
  public IngestionAdapter(Stores stores, AudioDecoder decoder, Heartbeats heartbeats) {
    this.memory = stores.memory();
    this.tables = stores.tables();
    this.clips = stores.artifacts();
    this.decoder = decoder;
    this.heartbeats = heartbeats;
  }

  @Override
  public IngestionOutcome ingest(IngestionRequest request) {
    List<CorpusDefinition> corpora = request.corpora().stream().map(this::definition).toList();
    List<Path> roots = request.directories().stream().map(Path::of).toList();
    StepKey key = heartbeats.during(() -> key(request, corpora, roots));
    StageMemory.Remembered<IngestionSummary> found = heartbeats.during(() -> findWithClips(key));
    if (found == null) {
      IngestionResult result = ingest(corpora, roots);
      found = heartbeats.during(() -> memory.remember(key, made(result)));
    }
    return found.summary().outcome(found.stage());
  }

  private CorpusDefinition definition(CorpusSource source) {
    return CorpusDefinition.parse(source.definition(), source.name() + ".yaml");
  }

  private static StepKey key(
      IngestionRequest request, List<CorpusDefinition> corpora, List<Path> roots) {
    Digest inventory = new Inventory(corpora).digest(roots);
    return StepKey.of("ingestion", CODE_VERSION, request.corpora(), List.of(inventory));
  }

  /** What an earlier run left, if its clips are all there too; else null. */
  private StageMemory.Remembered<IngestionSummary> findWithClips(StepKey key) {
    return memory
        .find(key, IngestionSummary.class)
        .filter(found -> clipsAreStored(found.stage()))
        .orElse(null);
  }

  private boolean clipsAreStored(StageResult stage) {
    Map<Digest, Long> expected = new HashMap<>();
    tables.forEach(
        stage.output("manifest"),
        ManifestRow.class,
        clip -> expected.put(Digest.parse(clip.contentDigest()), clip.bytes()));
    return clips.missingClips(expected).isEmpty();
  }

  private StageMemory.Made<IngestionSummary> made(IngestionResult result) {
    return new StageMemory.Made<>(
        List.of(
            tables.largeTable("manifest", ManifestRow.class, result.clips()::forEach),
            tables.largeTable("rejects", Reject.class, result.rejects()::forEach),
            tables.document("counts", result.counts()),
            tables.document("findings", IngestionFindings.of(result))),
        IngestionSummary.of(result));
  }

  private IngestionResult ingest(List<CorpusDefinition> corpora, List<Path> roots) {
    IngestionProgress progress = IngestionReporter.ofThisActivity(heartbeats);
    try (ClipUploader uploader = new ClipUploader(clips)) {
      IngestionResult result =
          new CorpusIngestion(corpora, decoder).ingest(roots, uploader::store, progress);
      heartbeats.during(uploader::finish);
      return result;
    }
  }
}
