package dev.emovox.orchestration;

import dev.emovox.contracts.Augmentation;
import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.AugmentationBlock;
import dev.emovox.contracts.AugmentationMergeRequest;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.StageProgress;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import java.util.List;
import java.util.function.Supplier;

/** Makes the copies of a block, many shards at a time, and tells the run how many are done. */
public final class AugmentationWorkflow implements Augmentation {
  private final AugmentationActivities augmentation = Activities.augmentation();
  private final AugmentationActivities sets = Activities.augmentedSets();
  private BlockReports reports;
  private long done;

  @Override
  public AugmentationOutcome augment(AugmentationBlock block) {
    List<Supplier<Promise<AugmentationOutcome>>> shards =
        Blocks.of(block.range(), block.clipsPerShard()).stream()
            .map(range -> shard(block, range))
            .toList();
    reports = BlockReports.on(shards.size());
    List<AugmentationOutcome> parts =
        new SlidingWindow(FeatureExtractionWorkflow.SHARDS_AT_ONCE).run(shards);
    return parts.size() == 1
        ? parts.get(0)
        : sets.mergeSets(new AugmentationMergeRequest(block.range(), parts));
  }

  private Supplier<Promise<AugmentationOutcome>> shard(
      AugmentationBlock block, AugmentationRange range) {
    return () -> Async.function(() -> augmentOne(block, range));
  }

  private AugmentationOutcome augmentOne(AugmentationBlock block, AugmentationRange range) {
    AugmentationOutcome outcome = augmentation.augment(range);
    done += outcome.copies() + outcome.rejects();
    reports.shardEnded(() -> new StageProgress(block.stage(), block.index(), done, 0));
    return outcome;
  }
}
