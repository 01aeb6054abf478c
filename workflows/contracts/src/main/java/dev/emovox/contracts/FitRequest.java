package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.LabelSet;

/**
 * What to fit on what.
 *
 * @param model what to fit
 * @param features the feature table
 * @param split the parts
 * @param labels class order
 * @param seed of the random choices
 */
public record FitRequest(
    BaselineSettings model, ArtifactRef features, ArtifactRef split, LabelSet labels, long seed) {}
