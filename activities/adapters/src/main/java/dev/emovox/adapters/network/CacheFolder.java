package dev.emovox.adapters.network;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where this user's processes keep copies of what they can have again: checkpoints, waveforms,
 * scratch files. All homes share it, and it can be deleted whenever nothing runs.
 *
 * @param root absolute; need not be there yet
 */
public record CacheFolder(Path root) {
  private static final String CHOSEN = "EMOVOX_CACHE_DIR";

  public CacheFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** {@code EMOVOX_CACHE_DIR}, else {@code emovox} in the user's cache. */
  public static CacheFolder of(Map<String, String> environment) {
    String chosen = environment.getOrDefault(CHOSEN, "").strip();
    if (!chosen.isEmpty()) {
      return new CacheFolder(Path.of(chosen));
    }
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "").strip();
    Path user =
        cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
    return new CacheFolder(user.resolve("emovox"));
  }

  /**
   * A folder inside, made if it is not there.
   *
   * @throws InvalidInputException if it can't be made
   */
  public Path folder(String name) {
    Path folder = root.resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The cache folder %s can't be made: %s. Check its disk and permissions, or set %s to another."
              .formatted(folder, e, CHOSEN),
          e);
    }
  }
}
