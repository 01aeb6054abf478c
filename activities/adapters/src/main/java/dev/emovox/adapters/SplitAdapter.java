package dev.emovox.adapters;

import dev.emovox.artifacts.StepKey;
import dev.emovox.contracts.SplitActivities;
import dev.emovox.contracts.SplitOutcome;
import dev.emovox.contracts.SplitRequest;
import dev.emovox.corpora.LeakageCheck;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.corpora.SplitRow;
import dev.emovox.corpora.Splitter;
import dev.emovox.domain.SplitPart;
import dev.emovox.domain.SplitSettings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Divides the clips of a manifest and verifies that nothing leaks between the parts. */
public final class SplitAdapter implements SplitActivities {
  private static final int CODE_VERSION = 1;

  private final StageMemory memory;
  private final StoredTables tables;
  private final Manifests manifests;
  private final Heartbeats heartbeats;

  /** The activity on the given stores. */
  public SplitAdapter(
      StageMemory memory, StoredTables tables, Manifests manifests, Heartbeats heartbeats) {
    this.memory = memory;
    this.tables = tables;
    this.manifests = manifests;
    this.heartbeats = heartbeats;
  }

  private record Settings(SplitSettings split, long seed) {}

  /** Clips of each part. */
  record Summary(Map<SplitPart, Integer> clips) {}

  @Override
  public SplitOutcome split(SplitRequest request) {
    StepKey key =
        StepKey.of(
            "split",
            CODE_VERSION,
            new Settings(request.settings(), request.seed()),
            List.of(request.manifest().digest()));
    var split = heartbeats.during(() -> memory.recall(key, Summary.class, () -> make(request)));
    return new SplitOutcome(split.stage(), split.summary().clips());
  }

  private StageMemory.Made<Summary> make(SplitRequest request) {
    List<ManifestRow> clips = manifests.rows(request.manifest());
    List<SplitRow> rows = new Splitter().split(clips, request.settings(), request.seed());
    LeakageCheck.verify(clips, rows, request.settings());
    return new StageMemory.Made<>(
        List.of(tables.table("split", SplitRow.class, rows)), new Summary(count(rows)));
  }

  private static Map<SplitPart, Integer> count(List<SplitRow> rows) {
    Map<SplitPart, Integer> clips = new EnumMap<>(SplitPart.class);
    rows.forEach(row -> clips.merge(row.part(), 1, Integer::sum));
    return clips;
  }
}
