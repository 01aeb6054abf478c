package dev.emovox.adapters;

import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads manifests and keeps the last one in memory, because every shard of a run asks for the same.
 * Safe for use by several threads.
 */
public final class Manifests {
  private final StoredTables tables;
  private final AtomicReference<Loaded> last = new AtomicReference<>();

  private record Loaded(Digest digest, List<ManifestRow> rows) {}

  /** Manifests among the given tables. */
  public Manifests(StoredTables tables) {
    this.tables = tables;
  }

  /** The rows of a manifest in its order. */
  public List<ManifestRow> rows(ArtifactRef manifest) {
    Loaded loaded = last.get();
    if (loaded == null || !loaded.digest().equals(manifest.digest())) {
      loaded = new Loaded(manifest.digest(), tables.rows(manifest, ManifestRow.class));
      last.set(loaded);
    }
    return loaded.rows();
  }
}
