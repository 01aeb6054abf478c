package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.LabelSet;

/**
 * What goes into a network's package.
 *
 * @param checkpoint the checkpoint that it started from
 * @param weights of the selected epoch
 * @param position of the selected epoch
 * @param labels class order
 * @param longestSeconds clips are cut to this length
 * @param manifest the clips it learnt from
 * @param split the parts
 * @param clips the training table
 * @param evaluation the report of its test
 */
public record NetworkPackageRequest(
    ArtifactRef checkpoint,
    ArtifactRef weights,
    ArtifactRef position,
    LabelSet labels,
    double longestSeconds,
    ArtifactRef manifest,
    ArtifactRef split,
    ArtifactRef clips,
    ArtifactRef evaluation) {}
