package dev.emovox.adapters.augmentation;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.StageMemory;
import dev.emovox.adapters.StoredTables;
import dev.emovox.adapters.Stores;
import dev.emovox.artifacts.ClipSizes;
import dev.emovox.artifacts.ClipUploader;
import dev.emovox.artifacts.StepKey;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.AugmentationMergeRequest;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.OfflineAugmentation;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.rows.AugmentedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes changed copies of stored training clips and stores them as clips, so that people can listen
 * to what a model learnt from and any worker can compute with it. Copies that are there already are
 * not stored twice, whichever split or run made them.
 */
public final class AugmentationAdapter implements AugmentationActivities {
  private static final int CODE_VERSION = 3;
  private static final String REJECTS = "augmentation-rejects";
  private static final String DESCRIPTION = "augmentation";
  private static final int UPLOADS_AT_ONCE = 4;

  private final Stores stores;
  private final StageMemory memory;
  private final StoredTables tables;
  private final AudioDecoder decoder;
  private final Heartbeats heartbeats;

  /** The activities on the given stores. */
  public AugmentationAdapter(Stores stores, AudioDecoder decoder, Heartbeats heartbeats) {
    this.stores = stores;
    this.memory = stores.memory();
    this.tables = stores.tables();
    this.decoder = decoder;
    this.heartbeats = heartbeats;
  }

  private record Settings(OfflineAugmentation augmentation, long seed, int firstRow, int endRow) {}

  /** How many there are. */
  record Summary(int copies, int rejects) {}

  private static StepKey key(AugmentationRange range) {
    return StepKey.of(
        AugmentationOutcome.SET,
        CODE_VERSION,
        // What the copies are called does not matter, only what they are.
        new Settings(
            range.augmentation().unnamed(), range.seed(), range.firstRow(), range.endRow()),
        List.of(range.manifest().digest(), range.split().digest()));
  }

  @Override
  public Optional<AugmentationOutcome> findSet(AugmentationRange range) {
    return heartbeats.during(() -> find(range).map(AugmentationAdapter::outcome));
  }

  @Override
  public AugmentationOutcome augment(AugmentationRange range) {
    return heartbeats.during(
        beat -> {
          StageMemory.Remembered<Summary> set = find(range).orElse(null);
          return outcome(
              set != null ? set : memory.remember(key(range), made(range, make(range, beat))));
        });
  }

  @Override
  public AugmentationOutcome mergeSets(AugmentationMergeRequest request) {
    return heartbeats.during(
        () ->
            outcome(
                find(request.range())
                    .orElseGet(
                        () ->
                            memory.remember(
                                key(request.range()),
                                made(request.range(), concatenate(request))))));
  }

  /** What an earlier run left, if its clips are all there too. */
  private Optional<StageMemory.Remembered<Summary>> find(AugmentationRange range) {
    return memory.find(key(range), Summary.class).filter(set -> clipsAreStored(set.stage()));
  }

  private boolean clipsAreStored(StageResult stage) {
    ClipSizes expected = new ClipSizes();
    tables.forEach(
        stage.output(AugmentationOutcome.SET),
        StoredCopy.class,
        copy -> expected.add(Digest.parse(copy.contentDigest()), copy.bytes()));
    return stores.artifacts().missingClips(expected).isEmpty();
  }

  /** The columns that tell where a copy is. */
  record StoredCopy(String contentDigest, long bytes) {}

  private AugmentedSet make(AugmentationRange range, Heartbeats.Beat beat) {
    TrainingPart part = TrainingPart.of(range, stores, decoder);
    try (ClipUploader uploader = new ClipUploader(stores.artifacts(), UPLOADS_AT_ONCE)) {
      AugmentedSet set = new SetMaking(stores, decoder, range, part).make(uploader, beat::at);
      uploader.finish();
      return set;
    }
  }

  private StageMemory.Made<Summary> made(AugmentationRange range, AugmentedSet set) {
    return new StageMemory.Made<>(
        List.of(
            tables.table(AugmentationOutcome.SET, AugmentedRow.class, set.copies()),
            tables.table(REJECTS, RejectedCopy.class, set.rejects()),
            tables.document(DESCRIPTION, SetDescription.of(range, set))),
        new Summary(set.copies().size(), set.rejects().size()));
  }

  private AugmentedSet concatenate(AugmentationMergeRequest request) {
    AugmentedSet all = new AugmentedSet(new ArrayList<>(), new ArrayList<>());
    for (AugmentationOutcome part : request.parts()) {
      all.copies().addAll(rows(part.set(), AugmentedRow.class, part.copies()));
      all.rejects().addAll(rows(part.stage().output(REJECTS), RejectedCopy.class, part.rejects()));
    }
    return all;
  }

  private <T extends Record> List<T> rows(ArtifactRef table, Class<T> type, int expected) {
    List<T> rows = tables.rows(table, type);
    if (rows.size() != expected) {
      throw new WorkFailedException(
          "The table %s has %d rows, and its shard made %d."
              .formatted(table.uri(), rows.size(), expected));
    }
    return rows;
  }

  private static AugmentationOutcome outcome(StageMemory.Remembered<Summary> set) {
    return new AugmentationOutcome(set.stage(), set.summary().copies(), set.summary().rejects());
  }
}
