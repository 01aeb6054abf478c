package dev.emovox.cli.connected;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.BucketCheck;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.cli.checkpoint.CheckpointImport;
import dev.emovox.cli.checkpoint.CheckpointSources;
import dev.emovox.cli.checkpoint.ExportSubject;
import dev.emovox.cli.checkpoint.ExportedModel;
import dev.emovox.cli.checkpoint.ImportSource;
import dev.emovox.cli.checkpoint.ImportedCheckpoint;
import dev.emovox.cli.checkpoint.ModelExport;
import dev.emovox.cli.checkpoint.RegisteredNetworks;
import dev.emovox.cli.checkpoint.TransferListener;
import dev.emovox.cli.workplace.Checkpoints;
import dev.emovox.domain.Digest;
import dev.emovox.settings.Endpoints;
import dev.emovox.tracking.ModelRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The checkpoints in S3, and the networks of an MLflow server's registry. */
final class ConnectedCheckpoints implements Checkpoints {
  private final S3Connection connection;
  private final CheckpointStore store;
  private final CheckpointImport imports;
  private final ModelExport exports;

  /**
   * Connects when something is asked.
   *
   * @param environment names the hub
   * @param cache folder for what comes from elsewhere
   */
  ConnectedCheckpoints(Endpoints endpoints, Map<String, String> environment, Path cache) {
    connection = new S3Connection(endpoints.s3());
    store = new CheckpointStore(connection);
    CheckpointSources sources =
        new CheckpointSources(endpoints.s3(), environment, cache, Clock.systemUTC());
    imports = new CheckpointImport(sources, store);
    exports = new ModelExport(store, networks(endpoints));
  }

  private RegisteredNetworks networks(Endpoints endpoints) {
    ModelRegistry registry = new ModelRegistry(endpoints.mlflow());
    return new RegisteredNetworks(
        () -> registry.versions(ConnectedModels.MODEL),
        new PackageStore(new ArtifactStore(connection)));
  }

  @Override
  public ImportedCheckpoint importFrom(ImportSource source, TransferListener listener) {
    // Before gigabytes come that could not be stored.
    new BucketCheck(connection).require();
    return imports.run(source, listener);
  }

  @Override
  public boolean isStored(Digest checkpoint) {
    return store.find(checkpoint).isPresent();
  }

  @Override
  public ExportedModel export(ExportSubject subject, Path folder, TransferListener listener) {
    return exports.run(subject, folder, listener);
  }

  @Override
  public void close() {
    connection.close();
  }
}
