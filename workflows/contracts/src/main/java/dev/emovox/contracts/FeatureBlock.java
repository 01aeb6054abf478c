package dev.emovox.contracts;

/**
 * A block of clips whose features one child workflow computes.
 *
 * @param range the rows
 * @param index position of the block in the run, counted from zero
 * @param clipsPerShard most clips whose features one activity computes
 * @param stage what the stage is called in the run's status
 */
public record FeatureBlock(FeatureRange range, int index, int clipsPerShard, String stage) {

  public FeatureBlock {
    // Blocks older than runs with several feature sets do not say.
    stage = stage == null ? StageNames.FEATURES : stage;
  }
}
