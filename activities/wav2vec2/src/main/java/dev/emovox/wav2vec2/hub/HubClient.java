package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.transfer.FileDownload;
import dev.emovox.wav2vec2.hub.transfer.HubAccess;
import dev.emovox.wav2vec2.hub.transfer.HubConnection;
import dev.emovox.wav2vec2.hub.transfer.HubDocuments;
import dev.emovox.wav2vec2.hub.transfer.HubFile;
import dev.emovox.wav2vec2.hub.transfer.Origin;
import dev.emovox.wav2vec2.hub.transfer.RetryPolicy;
import dev.emovox.wav2vec2.hub.transfer.TransferProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NavigableMap;

/**
 * Brings checkpoints from a hub into a cache. Only the files of the checkpoint are fetched; each is
 * compared with the digest that the hub lists for it; what is there already is not fetched again,
 * and a commit that is there whole is used without asking the hub.
 *
 * <p>Safe for use by several threads and processes on one cache: those that want the same
 * repository take turns.
 */
public final class HubClient {
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final HubSettings settings;
  private final HubCache cache;
  private final RepositoryListing listing;
  private final FileDownload download;

  /**
   * A client; nothing is sent yet.
   *
   * @param cacheFolder made if it is not there
   */
  public HubClient(HubSettings settings, Path cacheFolder) {
    this(settings, cacheFolder, new Patience(SILENCE, RetryPolicy.standard()));
  }

  /**
   * How long a client bears with a hub.
   *
   * @param silence without a byte before the connection is given up
   * @param retries after connections that were given up or broke
   */
  record Patience(Duration silence, RetryPolicy retries) {}

  HubClient(HubSettings settings, Path cacheFolder, Patience patience) {
    this.settings = settings;
    this.cache = new HubCache(cacheFolder, Origin.of(settings.endpoint()));
    HubAccess access = new HubAccess(settings.endpoint(), settings.token(), settings.plainHttp());
    HubConnection connection = new HubConnection(access, patience.silence());
    this.listing =
        new RepositoryListing(
            settings.endpoint(), new HubDocuments(connection, patience.retries()));
    this.download = new FileDownload(connection, patience.retries());
  }

  /**
   * The checkpoint of a repository's revision, fetched where it is not here already.
   *
   * @throws InvalidInputException if there is no such repository or revision, it may not be read,
   *     it is no checkpoint, there is no room for it, or it is not here and {@code HF_HUB_OFFLINE}
   *     is set
   * @throws dev.emovox.domain.ServerUnavailableException if the hub can't be reached
   * @throws dev.emovox.domain.WorkFailedException if what comes is not what the hub lists
   */
  public HubCheckpoint fetch(HubReference reference, TransferProgress progress) {
    return cache.alone(
        reference, () -> settings.offline() ? cached(reference) : current(reference, progress));
  }

  private HubCheckpoint cached(HubReference reference) {
    return cache
        .seen(reference)
        .filter(commit -> cache.checkpoint(reference, commit).isWhole())
        .map(commit -> result(reference, commit, 0))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s is not on this machine, or not whole, and HF_HUB_OFFLINE is set. Unset it once to fetch the checkpoint."
                        .formatted(reference)));
  }

  private HubCheckpoint current(HubReference reference, TransferProgress progress) {
    if (reference.isPinned() && cache.checkpoint(reference, reference.revision()).isWhole()) {
      return result(reference, reference.revision(), 0);
    }
    HubRevision revision = listing.revision(reference);
    CachedCheckpoint target = cache.checkpoint(reference, revision.commit());
    long brought = target.isWhole() ? 0 : bring(reference, revision, target, progress);
    cache.saw(reference, revision.commit());
    return result(reference, revision.commit(), brought);
  }

  private long bring(
      HubReference reference,
      HubRevision revision,
      CachedCheckpoint target,
      TransferProgress progress) {
    String commit = revision.commit();
    NavigableMap<String, HubFile> offered = listing.files(reference, commit);
    CheckpointDownload work =
        new CheckpointDownload(
            target,
            progress,
            (file, path, arrived) ->
                download.download(order(reference, commit, file), path, arrived));
    return work.run(offered, revision.licence(), reference.id() + "@" + commit);
  }

  private FileDownload.Order order(HubReference reference, String commit, HubFile file) {
    return new FileDownload.Order(
        listing.address(reference, commit, file.name()),
        file,
        commit,
        "%s of %s@%s".formatted(file.name(), reference.id(), commit));
  }

  private HubCheckpoint result(HubReference reference, String commit, long brought) {
    CachedCheckpoint checkpoint = cache.checkpoint(reference, commit);
    return new HubCheckpoint(
        checkpoint.folder(),
        reference,
        commit,
        checkpoint.licence(),
        Origin.of(settings.endpoint()).toString(),
        brought);
  }
}
