package dev.emovox.orchestration;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureBlock;
import dev.emovox.contracts.FeatureExtraction;
import dev.emovox.contracts.FeatureMergeRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.StageResult;
import dev.emovox.domain.ArtifactRef;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The feature table of all clips: found, or computed in blocks of shards, each block by a child
 * workflow. A million clips in shards of 200 are 20 blocks, so neither the run's history nor a
 * child's grows beyond a few thousand events.
 */
final class FeatureFanOut {
  static final int SHARDS_PER_BLOCK = 256;
  static final int BLOCKS_AT_ONCE = 4;

  private final ExperimentPlan plan;
  private final String stage;
  private final FeatureActivities features = Activities.features();

  /**
   * A fan-out.
   *
   * @param stage what it is called in the run's status; no two of a run are called the same
   */
  FeatureFanOut(ExperimentPlan plan, String stage) {
    this.plan = plan;
    this.stage = stage;
  }

  /** The table of a range, as a stage of a run. */
  static ArtifactRef run(ExperimentPlan plan, StageRunner stages, String stage, FeatureRange all) {
    return stages
        .run(
            StageRunner.begun(stage, all.clips(), "clips"),
            () -> new FeatureFanOut(plan, stage).table(all),
            Function.identity())
        .output(FeatureTables.OUTPUT);
  }

  /** The table; output {@code features}. */
  StageResult table(FeatureRange all) {
    return features.findTable(all).orElseGet(() -> compute(all));
  }

  private StageResult compute(FeatureRange all) {
    List<FeatureRange> blocks = Blocks.of(all, plan.clipsPerShard() * SHARDS_PER_BLOCK);
    List<StageResult> tables =
        new SlidingWindow(BLOCKS_AT_ONCE)
            .run(IntStream.range(0, blocks.size()).mapToObj(i -> block(blocks.get(i), i)).toList());
    if (tables.size() == 1) {
      return tables.get(0);
    }
    return features.merge(new FeatureMergeRequest(all, FeatureTables.of(tables)));
  }

  private Supplier<Promise<StageResult>> block(FeatureRange range, int index) {
    return () -> {
      String rows = range.firstRow() + "-" + range.endRow();
      String id = String.join("/", plan.runId(), stage.replace(' ', '/'), rows);
      FeatureExtraction child =
          Workflow.newChildWorkflowStub(FeatureExtraction.class, ChildOptions.named(id));
      return Async.function(
          child::extract, new FeatureBlock(range, index, plan.clipsPerShard(), stage));
    };
  }
}
