package dev.emovox.cli.document;

import dev.emovox.contracts.NamedArtifact;
import dev.emovox.domain.Digest;

/** One artefact that a stage left behind. */
public record OutputDocument(String name, String uri, Digest digest, long bytes) {
  static OutputDocument of(NamedArtifact output) {
    return new OutputDocument(
        output.name(),
        output.artifact().uri(),
        output.artifact().digest(),
        output.artifact().bytes());
  }
}
