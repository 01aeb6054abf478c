package dev.emovox.finetuning.benchmark;

/**
 * What the benchmark of an epoch does.
 *
 * @param architecture the text of a {@code config.json}; both sides start from the same random
 *     weights of it
 * @param batchClips how many clips a batch has, on both sides
 * @param rounds how many epochs are counted on each side, after one that is not
 * @param threads for the work inside one operation, on both sides
 */
public record EpochBenchmarkPlan(String architecture, int batchClips, int rounds, int threads) {
  private static final int MOST = 1000;

  public EpochBenchmarkPlan {
    check("batch", batchClips);
    check("rounds", rounds);
    check("threads", threads);
  }

  private static void check(String name, int value) {
    if (value < 1 || value > MOST) {
      throw new IllegalArgumentException(name + ": " + value);
    }
  }
}
