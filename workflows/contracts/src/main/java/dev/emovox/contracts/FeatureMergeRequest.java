package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;

/**
 * The shards that become one table.
 *
 * @param features what was computed
 * @param shards the shards' tables in the manifest's order
 */
public record FeatureMergeRequest(FeatureRequest features, List<ArtifactRef> shards) {}
