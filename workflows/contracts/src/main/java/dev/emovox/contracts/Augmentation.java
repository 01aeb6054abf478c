package dev.emovox.contracts;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The copies of one block of clips, shard by shard. A child of {@link Retraining}, which starts one
 * for every few hundred shards, so that no history grows with the corpus.
 */
@WorkflowInterface
public interface Augmentation {
  /** Makes the copies of the block. */
  @WorkflowMethod
  AugmentationOutcome augment(AugmentationBlock block);
}
