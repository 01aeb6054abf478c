package dev.emovox.contracts;

/**
 * A block of clips that one child workflow makes copies of.
 *
 * @param range the rows
 * @param index position of the block in the run, counted from zero
 * @param clipsPerShard most clips of the manifest that one activity goes through
 * @param stage what the stage is called in the run's status
 */
public record AugmentationBlock(
    AugmentationRange range, int index, int clipsPerShard, String stage) {}
