package dev.emovox.contracts;

/**
 * A range of clips whose features one activity computes.
 *
 * @param features what to compute
 * @param firstRow first row of the manifest in this shard
 * @param endRow row after the last
 */
public record FeatureShardRequest(FeatureRequest features, int firstRow, int endRow) {}
