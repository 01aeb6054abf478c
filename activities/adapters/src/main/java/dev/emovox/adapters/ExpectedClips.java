package dev.emovox.adapters;

import dev.emovox.contracts.FeatureRange;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.tables.ParquetTable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds the clips of a table that is put together against those of the manifest, one after the
 * other.
 */
final class ExpectedClips {
  private final Manifests manifests;
  private final FeatureRange range;
  private final Deque<String> ids = new ArrayDeque<>();
  private int nextRow;

  ExpectedClips(Manifests manifests, FeatureRange range) {
    this.manifests = manifests;
    this.range = range;
    this.nextRow = range.firstRow();
  }

  /**
   * Takes the next clip.
   *
   * @throws WorkFailedException if it is not the next of the manifest
   */
  void next(String id) {
    if (ids.isEmpty()) {
      fill();
    }
    if (!id.equals(ids.poll())) {
      throw wrong();
    }
  }

  /**
   * No more clips come.
   *
   * @throws WorkFailedException if the range has more
   */
  void end() {
    if (!ids.isEmpty() || nextRow < range.endRow()) {
      throw wrong();
    }
  }

  private void fill() {
    int end = Math.min(range.endRow(), nextRow + ParquetTable.GROUP_ROWS);
    manifests.forEach(range.manifest(), nextRow, end, clip -> ids.add(clip.id()));
    nextRow = end;
  }

  private WorkFailedException wrong() {
    return new WorkFailedException(
        "The shards of the feature table don't hold the clips of the manifest %s in its order."
            .formatted(range.manifest().uri()));
  }
}
