package dev.emovox.orchestration;

import dev.emovox.contracts.FeatureActivities;
import dev.emovox.contracts.FeatureBlock;
import dev.emovox.contracts.FeatureExtraction;
import dev.emovox.contracts.FeatureMergeRequest;
import dev.emovox.contracts.FeatureRange;
import dev.emovox.contracts.StageProgress;
import dev.emovox.contracts.StageResult;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.function.Supplier;

/**
 * Computes a block of shards, many at a time, and tells the run how many clips are done: a few
 * times, because a server takes no more than some ten thousand signals for one run, which may have
 * thousands of shards for each of several feature sets.
 */
public final class FeatureExtractionWorkflow implements FeatureExtraction {
  static final int SHARDS_AT_ONCE = 64;
  static final int REPORTS = 16;

  private final FeatureActivities extraction = Activities.extraction();
  private final FeatureActivities features = Activities.features();
  private final Parent parent = new Parent();
  private long clipsDone;
  private int shardsDone;
  private int shardsPerReport;

  @Override
  public StageResult extract(FeatureBlock block) {
    List<Supplier<Promise<StageResult>>> shards =
        Blocks.of(block.range(), block.clipsPerShard()).stream()
            .map(range -> shard(block, range))
            .toList();
    shardsPerReport = shardsPerReport(shards.size());
    List<StageResult> tables = new SlidingWindow(SHARDS_AT_ONCE).run(shards);
    if (tables.size() == 1) {
      return tables.get(0);
    }
    return features.merge(new FeatureMergeRequest(block.range(), FeatureTables.of(tables)));
  }

  /** Blocks that older workers began tell of every shard. */
  private static int shardsPerReport(int shards) {
    int version = Workflow.getVersion("few-reports", Workflow.DEFAULT_VERSION, 1);
    return version == Workflow.DEFAULT_VERSION ? 1 : (shards + REPORTS - 1) / REPORTS;
  }

  private Supplier<Promise<StageResult>> shard(FeatureBlock block, FeatureRange range) {
    return () -> Async.function(() -> extractOne(block, range));
  }

  private StageResult extractOne(FeatureBlock block, FeatureRange range) {
    StageResult result = extraction.extract(range);
    clipsDone += range.clips();
    shardsDone++;
    if (shardsDone % shardsPerReport == 0 || clipsDone == block.range().clips()) {
      parent.tell(new StageProgress(block.stage(), block.index(), clipsDone, 0));
    }
    return result;
  }
}
