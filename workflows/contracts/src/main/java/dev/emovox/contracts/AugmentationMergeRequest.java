package dev.emovox.contracts;

import java.util.List;

/**
 * Sets of adjacent ranges that become one.
 *
 * @param range the rows that the parts cover together
 * @param parts the sets in the manifest's order
 */
public record AugmentationMergeRequest(AugmentationRange range, List<AugmentationOutcome> parts) {}
