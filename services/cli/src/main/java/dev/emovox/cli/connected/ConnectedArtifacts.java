package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.workplace.Artifacts;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.Endpoints;

/** The artefacts in S3. */
final class ConnectedArtifacts implements Artifacts {
  private final S3Connection connection;
  private final ArtifactStore store;

  ConnectedArtifacts(Endpoints endpoints) {
    connection = new S3Connection(endpoints.s3());
    store = new ArtifactStore(connection);
  }

  @Override
  public byte[] read(ArtifactRef artifact) {
    return store.read(artifact);
  }

  @Override
  public void close() {
    connection.close();
  }
}
