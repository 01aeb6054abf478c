package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;

/**
 * One model on one split.
 *
 * @param settings what to fit
 * @param splitName what the split is called in results
 * @param manifest the clips
 * @param split the parts
 * @param features the feature table
 * @param preprocessing the preprocessing record
 * @param labels class order
 * @param seed of the random choices
 */
public record BaselineTrainingRequest(
    BaselineSettings settings,
    String splitName,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef features,
    FeatureSettings preprocessing,
    LabelSet labels,
    long seed) {}
