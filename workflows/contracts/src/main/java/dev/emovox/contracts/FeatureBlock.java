package dev.emovox.contracts;

/**
 * A block of clips whose features one child workflow computes.
 *
 * @param range the rows
 * @param index position of the block in the run, counted from zero
 * @param clipsPerShard most clips whose features one activity computes
 */
public record FeatureBlock(FeatureRange range, int index, int clipsPerShard) {}
