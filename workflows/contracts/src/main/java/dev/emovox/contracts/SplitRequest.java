package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.SplitSettings;

/**
 * What to divide.
 *
 * @param manifest the clips
 * @param settings how to divide them
 * @param seed of the random choices
 */
public record SplitRequest(ArtifactRef manifest, SplitSettings settings, long seed) {}
