package dev.emovox.report.data;

import dev.emovox.domain.ArtifactRef;

/**
 * A map of features.
 *
 * @param features the feature set; empty if the run has but one
 * @param name for example {@code tsne-emotion}
 * @param picture SVG
 */
public record MapFigure(String features, String name, ArtifactRef picture) {}
