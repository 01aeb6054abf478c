package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;

/**
 * A table of features to draw maps of.
 *
 * @param run the run in MLflow that gets the pictures
 * @param set name of the feature set
 * @param features the table
 * @param seed of what is left to chance: which clips of many are drawn, and where t-SNE begins
 */
public record FeatureMapRequest(TrackedRun run, String set, ArtifactRef features, long seed) {}
