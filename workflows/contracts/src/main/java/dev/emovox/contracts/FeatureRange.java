package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;

/**
 * The features of a range of clips. Whether a range was computed at once or put together from
 * smaller ones, its table is the same to the byte.
 *
 * @param manifest the clips
 * @param settings the preprocessing record
 * @param firstRow first row of the manifest in the range, counted from zero
 * @param endRow row after the last
 */
public record FeatureRange(
    ArtifactRef manifest, FeatureSettings settings, int firstRow, int endRow) {

  /** Number of clips in the range. */
  public int clips() {
    return endRow - firstRow;
  }

  /** Other rows of the same manifest with the same settings. */
  public FeatureRange rows(int first, int end) {
    return new FeatureRange(manifest, settings, first, end);
  }
}
