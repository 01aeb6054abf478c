package dev.emovox.contracts;

import dev.emovox.domain.ArtifactRef;

/**
 * One output of a stage.
 *
 * @param name role of the artefact within the stage, for example {@code manifest}
 * @param artifact where it is and what its bytes are
 */
public record NamedArtifact(String name, ArtifactRef artifact) {}
