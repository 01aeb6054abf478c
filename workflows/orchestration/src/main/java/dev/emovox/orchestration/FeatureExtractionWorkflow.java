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
import java.util.List;
import java.util.function.Supplier;

/** Computes a block of shards, many at a time, and tells the run how many clips are done. */
public final class FeatureExtractionWorkflow implements FeatureExtraction {
  static final int SHARDS_AT_ONCE = 64;

  private final FeatureActivities extraction = Activities.extraction();
  private final FeatureActivities features = Activities.features();
  private BlockReports reports;
  private long clipsDone;

  @Override
  public StageResult extract(FeatureBlock block) {
    List<Supplier<Promise<StageResult>>> shards =
        Blocks.of(block.range(), block.clipsPerShard()).stream()
            .map(range -> shard(block, range))
            .toList();
    reports = BlockReports.on(shards.size());
    List<StageResult> tables = new SlidingWindow(SHARDS_AT_ONCE).run(shards);
    if (tables.size() == 1) {
      return tables.get(0);
    }
    return features.merge(new FeatureMergeRequest(block.range(), FeatureTables.of(tables)));
  }

  private Supplier<Promise<StageResult>> shard(FeatureBlock block, FeatureRange range) {
    return () -> Async.function(() -> extractOne(block, range));
  }

  private StageResult extractOne(FeatureBlock block, FeatureRange range) {
    StageResult result = extraction.extract(range);
    clipsDone += range.clips();
    reports.shardEnded(() -> new StageProgress(block.stage(), block.index(), clipsDone, 0));
    return result;
  }
}
