package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.ClipSizes;
import dev.emovox.artifacts.ClipUploader;
import dev.emovox.artifacts.KnownClips;
import dev.emovox.artifacts.StepKey;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.IngestionActivities;
import dev.emovox.contracts.IngestionOutcome;
import dev.emovox.contracts.IngestionRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.corpora.ClipSink;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusIngestion;
import dev.emovox.corpora.IngestionResult;
import dev.emovox.corpora.Inventory;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.Reject;
import dev.emovox.domain.Digest;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns folders into a manifest and stored clips. An attempt that ended early, however it did,
 * leaves the clips that it stored; the next reads all files again, and sends those that are not
 * there.
 *
 * <p>Runs where the folders can be read: every worker that listens on the queue must see them under
 * the same paths; later stages read from S3 alone.
 */
public final class IngestionAdapter implements IngestionActivities {
  private static final Logger LOG = LoggerFactory.getLogger(IngestionAdapter.class);
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
    return heartbeats.during(
        beat -> {
          ClipSizes files = new ClipSizes();
          StepKey key = key(request, new Inventory(corpora).digest(roots, files::add));
          var found = findWithClips(key);
          if (found == null) {
            found =
                memory.remember(key, made(ingest(corpora, roots, clips.knownClips(files), beat)));
          }
          return found.summary().outcome(found.stage());
        });
  }

  private CorpusDefinition definition(CorpusSource source) {
    return CorpusDefinition.parse(source.definition(), source.name() + ".yaml");
  }

  private static StepKey key(IngestionRequest request, Digest inventory) {
    return StepKey.of("ingestion", CODE_VERSION, request.corpora(), List.of(inventory));
  }

  /** What an earlier run left, if its clips are all there too; else null. */
  private StageMemory.Remembered<IngestionSummary> findWithClips(StepKey key) {
    return memory
        .find(key, IngestionSummary.class)
        .filter(found -> clipsAreStored(found.stage()))
        .orElse(null);
  }

  /** The columns that tell where a clip is. */
  record StoredClip(String contentDigest, long bytes) {}

  private boolean clipsAreStored(StageResult stage) {
    ClipSizes expected = new ClipSizes();
    tables.forEach(
        stage.output("manifest"),
        StoredClip.class,
        clip -> expected.add(Digest.parse(clip.contentDigest()), clip.bytes()));
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

  /** Sends no clip that is stored, be it by another run or by an attempt of this one. */
  private IngestionResult ingest(
      List<CorpusDefinition> corpora, List<Path> roots, KnownClips known, Heartbeats.Beat beat) {
    try (ClipUploader uploader = new ClipUploader(clips)) {
      ClipSink sink =
          (digest, content) -> {
            if (!known.holds(digest, content)) {
              uploader.store(digest, content);
            }
          };
      IngestionResult result =
          new CorpusIngestion(corpora, decoder)
              .ingest(roots, sink, IngestionReporter.ofThisActivity(beat));
      LOG.info("{} clips were stored before, {} are new", known.clips(), uploader.finish());
      return result;
    }
  }
}
