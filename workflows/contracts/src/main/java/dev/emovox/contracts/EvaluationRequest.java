package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;

/**
 * What to test on what.
 *
 * @param modelName what the model is called in results
 * @param splitName what the split is called in results
 * @param model the fitted model
 * @param manifest the clips, against which the number of scored clips is held
 * @param features the feature table
 * @param split the parts; only the test part is scored
 * @param labels class order
 * @param seed of the bootstrap
 */
public record EvaluationRequest(
    String modelName,
    String splitName,
    ArtifactRef model,
    ArtifactRef manifest,
    ArtifactRef features,
    ArtifactRef split,
    LabelSet labels,
    long seed) {}
