package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;
import java.util.Optional;

/** Makes changed copies of training clips, range by range. */
@ActivityInterface
public interface AugmentationActivities {
  /** The finished set of a range, if an earlier run left it, and it and all its clips are whole. */
  Optional<AugmentationOutcome> findSet(AugmentationRange range);

  /** Makes the copies of a range of clips; in the manifest's order, and by number of the copy. */
  AugmentationOutcome augment(AugmentationRange range);

  /** One set of the sets of adjacent ranges. */
  AugmentationOutcome mergeSets(AugmentationMergeRequest request);
}
