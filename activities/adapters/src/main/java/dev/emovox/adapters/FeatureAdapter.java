package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.artifacts.StepKey;
import dev.emovox.audio.FeatureExtractor;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureMergeRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.StageResult;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.FeatureRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Computes features of the stored clips. A clip's bytes are read from the store by their digest and
 * verified, so any worker can do any shard.
 */
public final class FeatureAdapter implements FeatureActivities {
  private static final int CODE_VERSION = 4;
  private static final String OUTPUT = "features";

  private final StageMemory memory;
  private final StoredTables tables;
  private final Manifests manifests;
  private final ArtifactStore clips;
  private final AudioDecoder decoder;
  private final Heartbeats heartbeats;

  /** The activities on the given stores. */
  public FeatureAdapter(Stores stores, AudioDecoder decoder, Heartbeats heartbeats) {
    this.memory = stores.memory();
    this.tables = stores.tables();
    this.manifests = stores.manifests();
    this.clips = stores.artifacts();
    this.decoder = decoder;
    this.heartbeats = heartbeats;
  }

  private record Settings(FeatureSettings features, int firstRow, int endRow) {}

  private static StepKey key(FeatureRange range) {
    return StepKey.of(
        OUTPUT,
        CODE_VERSION,
        new Settings(range.settings(), range.firstRow(), range.endRow()),
        List.of(range.manifest().digest()));
  }

  @Override
  public Optional<StageResult> findTable(FeatureRange range) {
    return heartbeats.during(
        () -> memory.find(key(range), Void.class).map(StageMemory.Remembered::stage));
  }

  @Override
  public StageResult extract(FeatureRange range) {
    return heartbeats.during(
        beat -> memory.recall(key(range), Void.class, () -> made(compute(range, beat))).stage());
  }

  @Override
  public StageResult merge(FeatureMergeRequest request) {
    return heartbeats.during(
        () -> memory.recall(key(request.range()), Void.class, () -> concatenated(request)).stage());
  }

  private StageMemory.Made<Void> made(List<FeatureRow> rows) {
    return new StageMemory.Made<>(List.of(tables.table(OUTPUT, FeatureRow.class, rows)), null);
  }

  private List<FeatureRow> compute(FeatureRange range, Heartbeats.Beat beat) {
    FeatureExtractor extractor = new FeatureExtractor(range.settings());
    List<FeatureRow> rows = new ArrayList<>(range.clips());
    for (ManifestRow clip : manifests.rows(range.manifest(), range.firstRow(), range.endRow())) {
      beat.at(rows.size());
      rows.add(row(clip, extractor));
    }
    return rows;
  }

  private FeatureRow row(ManifestRow clip, FeatureExtractor extractor) {
    byte[] content = clips.read(Digest.parse(clip.contentDigest()));
    try {
      double[] values = extractor.vector(decoder.decode(content).clip());
      return new FeatureRow(
          clip.id(),
          clip.corpus(),
          clip.speaker(),
          clip.emotion(),
          Arrays.stream(values).boxed().toList());
    } catch (InvalidInputException e) {
      throw new WorkFailedException(
          "The features of clip %s can't be computed: %s".formatted(clip.id(), e.getMessage()), e);
    }
  }

  /** Row by row: of a large corpus, no part of the table need fit into memory. */
  private StageMemory.Made<Void> concatenated(FeatureMergeRequest request) {
    CachedOutput table =
        tables.largeTable(OUTPUT, FeatureRow.class, rows -> concatenate(request, rows));
    return new StageMemory.Made<>(List.of(table), null);
  }

  private void concatenate(FeatureMergeRequest request, Consumer<FeatureRow> rows) {
    FeatureRange range = request.range();
    ExpectedClips expected = new ExpectedClips(manifests, range);
    for (ArtifactRef part : request.parts()) {
      tables.forEach(
          part,
          FeatureRow.class,
          row -> {
            expected.next(row.id());
            rows.accept(row);
          });
    }
    expected.end();
  }
}
