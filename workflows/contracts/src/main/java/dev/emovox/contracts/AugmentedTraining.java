package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;

/**
 * What a model is fitted on besides the clips of its split.
 *
 * @param set the copies: which they are, and of which clips
 * @param features their feature table
 */
public record AugmentedTraining(ArtifactRef set, ArtifactRef features) {}
