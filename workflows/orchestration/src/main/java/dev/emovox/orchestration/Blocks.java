package dev.emovox.orchestration;

import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.FeatureRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Cuts a range of clips into adjacent pieces, in order; the last may be smaller. */
final class Blocks {
  private Blocks() {}

  /** Pieces of {@code clips} rows. An empty range has none. */
  static List<FeatureRange> of(FeatureRange range, int clips) {
    return cut(range.firstRow(), range.endRow(), clips, range::rows);
  }

  /** Pieces of {@code clips} rows of the manifest. An empty range has none. */
  static List<AugmentationRange> of(AugmentationRange range, int clips) {
    return cut(range.firstRow(), range.endRow(), clips, range::rows);
  }

  private static <R> List<R> cut(
      int firstRow, int endRow, int clips, BiFunction<Integer, Integer, R> rows) {
    List<R> blocks = new ArrayList<>();
    for (int first = firstRow; first < endRow; first += clips) {
      blocks.add(rows.apply(first, Math.min(first + clips, endRow)));
    }
    return blocks;
  }
}
