package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.FeatureSettings;

/**
 * Which features of which clips.
 *
 * @param manifest the clips
 * @param settings the preprocessing record
 */
public record FeatureRequest(ArtifactRef manifest, FeatureSettings settings) {}
