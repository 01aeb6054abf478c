package dev.emovox.cli.workplace;

import dev.emovox.domain.ArtifactRef;

/** The artefacts of runs. */
public interface Artifacts extends AutoCloseable {

  /**
   * The bytes of an artefact, verified.
   *
   * @throws dev.emovox.domain.WorkFailedException if it is gone or was changed
   * @throws dev.emovox.domain.ServerUnavailableException if the store is away
   */
  byte[] read(ArtifactRef artifact);

  @Override
  void close();
}
