package dev.emovox.adapters;

import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.artifacts.PackageStore;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.artifacts.StepCache;
import dev.emovox.records.RunArchive;

/**
 * All that the activities keep in S3.
 *
 * @param artifacts immutable artefacts and clips
 * @param packages model packages
 * @param checkpoints what networks start from
 * @param memory which stages were done before
 * @param tables artefacts that are tables, documents or pictures
 * @param manifests the tables of clips
 * @param runs what runs were and how they ended
 */
public record Stores(
    ArtifactStore artifacts,
    PackageStore packages,
    CheckpointStore checkpoints,
    StageMemory memory,
    StoredTables tables,
    Manifests manifests,
    RunArchive runs) {

  /**
   * Everything in one bucket.
   *
   * @param cache where copies of what is large are kept
   */
  public static Stores on(S3Connection connection, CacheFolder cache) {
    ArtifactStore artifacts = new ArtifactStore(connection);
    StoredTables tables = new StoredTables(artifacts, cache);
    return new Stores(
        artifacts,
        new PackageStore(artifacts),
        new CheckpointStore(connection),
        new StageMemory(new StepCache(artifacts)),
        tables,
        new Manifests(tables),
        new RunArchive(connection));
  }
}
