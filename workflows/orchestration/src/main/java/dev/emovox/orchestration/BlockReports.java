package dev.emovox.orchestration;

import dev.emovox.contracts.StageProgress;
import io.temporal.workflow.Workflow;
import java.util.function.Supplier;

/**
 * Tells the run how far a block of shards is: a few times, because a server takes no more than some
 * ten thousand signals for one run, which may have thousands of shards for each of several tables.
 */
final class BlockReports {
  static final int REPORTS = 16;

  private final Parent parent = new Parent();
  private final int shards;
  private final int shardsPerReport;
  private int ended;

  private BlockReports(int shards, int shardsPerReport) {
    this.shards = shards;
    this.shardsPerReport = shardsPerReport;
  }

  /** Reports on so many shards; blocks that older workers began tell of every one. */
  static BlockReports on(int shards) {
    int version = Workflow.getVersion("few-reports", Workflow.DEFAULT_VERSION, 1);
    boolean few = version != Workflow.DEFAULT_VERSION;
    return new BlockReports(shards, few ? (shards + REPORTS - 1) / REPORTS : 1);
  }

  /**
   * Another shard ended.
   *
   * @param progress how far the block is now; asked for only if it is told
   */
  void shardEnded(Supplier<StageProgress> progress) {
    ended++;
    if (ended % shardsPerReport == 0 || ended == shards) {
      parent.tell(progress.get());
    }
  }
}
