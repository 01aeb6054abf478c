package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.OfflineAugmentation;

/**
 * The copies of a range of clips, as far as they are in a split's training part. Whether a range's
 * table was made at once or put together from smaller ones, it is the same to the byte.
 *
 * @param manifest the clips
 * @param split the parts
 * @param augmentation what is done
 * @param seed of the random choices
 * @param firstRow first row of the manifest in the range, counted from zero
 * @param endRow row after the last
 */
public record AugmentationRange(
    ArtifactRef manifest,
    ArtifactRef split,
    OfflineAugmentation augmentation,
    long seed,
    int firstRow,
    int endRow) {

  /** Other rows of the same manifest, treated alike. */
  public AugmentationRange rows(int first, int end) {
    return new AugmentationRange(manifest, split, augmentation, seed, first, end);
  }
}
