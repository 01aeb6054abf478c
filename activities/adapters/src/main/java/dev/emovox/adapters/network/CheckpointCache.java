package dev.emovox.adapters.network;

import dev.emovox.artifacts.CheckpointProgress;
import dev.emovox.artifacts.CheckpointStore;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.EmovoxException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.wav2vec2.checkpoint.Checkpoint;
import dev.emovox.wav2vec2.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of stored checkpoints on this machine; those used last are kept. Every byte of a copy is
 * compared with its digest each time it is opened. Safe for use by several threads and processes.
 */
public final class CheckpointCache {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointCache.class);
  private static final int MOST = 3;
  private static final String LOCK = "lock";

  private final CheckpointStore store;
  private final CacheFolder cache;

  /** A cache of what a store has. */
  public CheckpointCache(CheckpointStore store, CacheFolder cache) {
    this.store = store;
    this.cache = cache;
  }

  /**
   * Opens a checkpoint, fetching it first if it is not here.
   *
   * @param index reference of the checkpoint's index
   * @throws dev.emovox.domain.InvalidInputException if there is no such checkpoint, or no room
   */
  public Checkpoint open(ArtifactRef index, CheckpointProgress progress) {
    Digest digest = store.checkpoint(index);
    Path root = cache.folder("checkpoints");
    // Whoever has opened the files may read on after somebody else has deleted them.
    return new FolderLock(root.resolve(LOCK)).during(() -> open(digest, root, progress));
  }

  private Checkpoint open(Digest digest, Path root, CheckpointProgress progress) {
    Path folder = root.resolve(digest.hex());
    if (Files.isDirectory(folder)) {
      try {
        return touched(verified(digest, folder), folder);
      } catch (EmovoxException e) {
        LOG.warn("The copy of checkpoint {} is damaged and fetched again", digest, e);
        delete(folder);
      }
    }
    makeRoom(root);
    fetch(digest, root, folder, progress);
    return verified(digest, folder);
  }

  private static Checkpoint touched(Checkpoint checkpoint, Path folder) {
    try {
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("the time of {} was not set", folder, e);
    }
    return checkpoint;
  }

  private static Checkpoint verified(Digest expected, Path folder) {
    Checkpoint checkpoint = CheckpointFolder.open(folder);
    if (checkpoint.digest().equals(expected)) {
      return checkpoint;
    }
    checkpoint.close();
    throw new WorkFailedException("%s is not checkpoint %s.".formatted(folder, expected));
  }

  private void fetch(Digest digest, Path root, Path folder, CheckpointProgress progress) {
    Path partial = root.resolve(digest.hex() + ".partial");
    delete(partial);
    try {
      store.fetch(digest, partial, progress);
      Files.move(partial, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("moving " + partial, e);
    }
  }

  private static void makeRoom(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      List<Path> newestFirst =
          entries
              .filter(Files::isDirectory)
              .sorted(Comparator.comparing(CheckpointCache::modified).reversed())
              .toList();
      newestFirst.stream().skip(MOST - 1L).forEach(CheckpointCache::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("listing " + root, e);
    }
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checkpoints are folders without folders. */
  private static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + folder, e);
    }
  }
}
