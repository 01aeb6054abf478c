package dev.emovox.orchestration;

import dev.emovox.contracts.Augmentation;
import dev.emovox.contracts.AugmentationActivities;
import dev.emovox.contracts.AugmentationBlock;
import dev.emovox.contracts.AugmentationMergeRequest;
import dev.emovox.contracts.AugmentationOutcome;
import dev.emovox.contracts.AugmentationRange;
import dev.emovox.contracts.ExperimentPlan;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The copies of all training clips: found, or made in blocks of shards, each block by a child
 * workflow, as features are; see {@link FeatureFanOut}.
 */
final class AugmentationFanOut {
  private final ExperimentPlan plan;
  private final String stage;
  private final AugmentationActivities sets = Activities.augmentedSets();

  /**
   * A fan-out.
   *
   * @param stage what it is called in the run's status; no two of a run are called the same
   */
  AugmentationFanOut(ExperimentPlan plan, String stage) {
    this.plan = plan;
    this.stage = stage;
  }

  /** The set. */
  AugmentationOutcome set(AugmentationRange all) {
    return sets.findSet(all).orElseGet(() -> make(all));
  }

  private AugmentationOutcome make(AugmentationRange all) {
    List<AugmentationRange> blocks =
        Blocks.of(all, plan.clipsPerShard() * FeatureFanOut.SHARDS_PER_BLOCK);
    List<AugmentationOutcome> parts =
        new SlidingWindow(FeatureFanOut.BLOCKS_AT_ONCE)
            .run(IntStream.range(0, blocks.size()).mapToObj(i -> block(blocks.get(i), i)).toList());
    return parts.size() == 1
        ? parts.get(0)
        : sets.mergeSets(new AugmentationMergeRequest(all, parts));
  }

  private Supplier<Promise<AugmentationOutcome>> block(AugmentationRange range, int index) {
    return () -> {
      String rows = range.firstRow() + "-" + range.endRow();
      String id = String.join("/", plan.runId(), stage.replace(' ', '/'), rows);
      Augmentation child =
          Workflow.newChildWorkflowStub(Augmentation.class, ChildOptions.named(id));
      return Async.function(
          child::augment, new AugmentationBlock(range, index, plan.clipsPerShard(), stage));
    };
  }
}
