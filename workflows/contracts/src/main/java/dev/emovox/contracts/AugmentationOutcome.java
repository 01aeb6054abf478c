package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;

/**
 * Copies of training clips.
 *
 * @param stage outputs {@value #SET} (Parquet, a manifest whose clips are the copies) and {@code
 *     augmentation-rejects} (Parquet)
 * @param copies rows of the set
 * @param rejects copies that could not be made
 */
public record AugmentationOutcome(StageResult stage, int copies, int rejects) {
  public static final String SET = "augmented-set";

  /** The set. */
  public ArtifactRef set() {
    return stage.output(SET);
  }
}
