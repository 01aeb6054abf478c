package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LabelSet;

/**
 * What goes into a model package.
 *
 * @param model the fitted model
 * @param kind its kind as written in configuration
 * @param labels class order
 * @param preprocessing how audio becomes the model's input
 * @param manifest the clips it learnt from
 * @param split the parts
 * @param features the feature table
 * @param evaluation the report of its test
 */
public record PackageRequest(
    ArtifactRef model,
    String kind,
    LabelSet labels,
    FeatureSettings preprocessing,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef features,
    ArtifactRef evaluation) {}
