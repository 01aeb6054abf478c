package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import java.util.List;

/**
 * Tables of adjacent ranges that become one.
 *
 * @param range the rows that the parts cover together
 * @param parts the tables in the manifest's order
 */
public record FeatureMergeRequest(FeatureRange range, List<ArtifactRef> parts) {}
