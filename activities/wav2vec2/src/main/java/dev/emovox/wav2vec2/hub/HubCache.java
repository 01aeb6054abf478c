package dev.emovox.wav2vec2.hub;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.hub.transfer.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checkpoints of hubs on this machine: {@code HOST/OWNER/NAME/COMMIT/FILE}, with the commits that
 * branches and tags were seen at in {@code HOST/OWNER/NAME/revisions/}.
 */
final class HubCache {
  private static final int LONGEST_COMMIT_FILE = 64;

  private final Path root;

  HubCache(Path root, Origin hub) {
    String port = hub.port() == 80 || hub.port() == 443 ? "" : "_" + hub.port();
    this.root = root.resolve(hub.host().replaceAll("[^a-z0-9.-]", "_") + port);
  }

  private Path repository(HubReference reference) {
    return root.resolve(reference.owner()).resolve(reference.name());
  }

  CachedCheckpoint checkpoint(HubReference reference, String commit) {
    return new CachedCheckpoint(repository(reference).resolve(commit));
  }

  /** Works when no one else is at work on the repository. */
  <T> T alone(HubReference reference, Supplier<T> work) {
    Path folder = repository(reference);
    try {
      Files.createDirectories(folder);
      return new CacheLock(folder.resolve("lock")).during(work);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The commit that a revision was last seen at. */
  Optional<String> seen(HubReference reference) {
    if (reference.isPinned()) {
      return Optional.of(reference.revision());
    }
    Path file = revision(reference);
    try {
      if (!Files.exists(file) || Files.size(file) > LONGEST_COMMIT_FILE) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(file).strip()).filter(HubReference::isCommit);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  void saw(HubReference reference, String commit) {
    Path file = revision(reference);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, commit + "\n");
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  /** A revision may hold slashes, and file systems may not tell its letters' cases apart. */
  private Path revision(HubReference reference) {
    byte[] name = reference.revision().getBytes(StandardCharsets.UTF_8);
    return repository(reference).resolve("revisions").resolve(HexFormat.of().formatHex(name));
  }

  private static InvalidInputException unusable(Path where, IOException e) {
    return new InvalidInputException(
        "The cache of checkpoints %s can't be used: %s. Check the folder and its disk, or choose another EMOVOX_HOME."
            .formatted(where, e),
        e);
  }
}
