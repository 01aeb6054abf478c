package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointOrigin;
import dev.emovox.artifacts.S3Connection;
import dev.emovox.artifacts.S3Folder;
import dev.emovox.settings.S3Endpoint;
import dev.emovox.wav2vec2.hub.CheckpointSelection;
import dev.emovox.wav2vec2.hub.HubCheckpoint;
import dev.emovox.wav2vec2.hub.HubClient;
import dev.emovox.wav2vec2.hub.HubReference;
import dev.emovox.wav2vec2.hub.HubSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/**
 * Brings the files of checkpoints to this machine.
 *
 * @param s3 the server that addresses mean; its bucket may be another
 * @param environment names the hub
 * @param cache folder for what comes from elsewhere
 * @param clock the time
 */
public record CheckpointSources(
    S3Endpoint s3, Map<String, String> environment, Path cache, Clock clock) {
  /**
   * Brings a checkpoint's files; nothing is read from a folder of this machine.
   *
   * @throws dev.emovox.domain.EmovoxException if they can't be had
   */
  AcquiredCheckpoint acquire(ImportSource source, TransferListener listener) {
    if (source instanceof ImportSource.Folder folder) {
      return new AcquiredCheckpoint(
          folder.path(), origin(CheckpointOrigin.FOLDER, folder), () -> {});
    }
    return source instanceof ImportSource.Prefix prefix
        ? fromS3(prefix, listener)
        : fromHub(((ImportSource.Repository) source).reference(), listener);
  }

  private AcquiredCheckpoint fromS3(ImportSource.Prefix prefix, TransferListener listener) {
    S3Endpoint endpoint =
        new S3Endpoint(
            s3.url(), prefix.location().bucket(), s3.accessKey(), s3.secretKey(), s3.region());
    ScratchFolder scratch = ScratchFolder.below(cache);
    try (S3Connection connection = new S3Connection(endpoint)) {
      S3Folder folder = new S3Folder(connection, prefix.location().key());
      Set<String> names =
          CheckpointSelection.choose(folder.names(), prefix.toString(), folder::read);
      folder.download(names, scratch.path(), listener.during("fetching"));
      return new AcquiredCheckpoint(
          scratch.path(), origin(CheckpointOrigin.S3, prefix), scratch::close);
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private AcquiredCheckpoint fromHub(HubReference reference, TransferListener listener) {
    HubSettings settings = HubSettings.of(environment);
    HubClient client = new HubClient(settings, cache.resolve("hub"));
    HubCheckpoint fetched = client.fetch(reference, listener.during("fetching")::at);
    listener.say("%s is at commit %s".formatted(reference, fetched.commit()));
    return new AcquiredCheckpoint(fetched.folder(), origin(fetched), () -> {});
  }

  private CheckpointOrigin origin(HubCheckpoint fetched) {
    return new CheckpointOrigin(
        CheckpointOrigin.HUB,
        fetched.reference().toString(),
        fetched.hub(),
        fetched.commit(),
        fetched.licence().isEmpty() ? null : fetched.licence(),
        now(),
        user());
  }

  private CheckpointOrigin origin(String kind, ImportSource source) {
    return new CheckpointOrigin(kind, source.toString(), null, null, null, now(), user());
  }

  private static String user() {
    return System.getProperty("user.name");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
