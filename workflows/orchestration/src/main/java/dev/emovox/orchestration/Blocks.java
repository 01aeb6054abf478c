package dev.emovox.orchestration;

import dev.emovox.contracts.FeatureRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts a range of clips into adjacent pieces. */
final class Blocks {
  private Blocks() {}

  /** Pieces of {@code clips} rows in order; the last may be smaller. An empty range has none. */
  static List<FeatureRange> of(FeatureRange range, int clips) {
    List<FeatureRange> blocks = new ArrayList<>();
    for (int first = range.firstRow(); first < range.endRow(); first += clips) {
      blocks.add(range.rows(first, Math.min(first + clips, range.endRow())));
    }
    return blocks;
  }
}
