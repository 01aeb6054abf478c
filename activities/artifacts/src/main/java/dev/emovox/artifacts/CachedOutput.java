package dev.emovox.artifacts;

import dev.emovox.domain.ArtifactRef;

/**
 * One remembered output of a stage.
 *
 * @param name role of the artefact within the stage, for example {@code manifest}
 * @param artifact where it is and what its bytes are
 */
public record CachedOutput(String name, ArtifactRef artifact) {}
