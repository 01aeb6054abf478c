package dev.emovox.access;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;

/**
 * The keys of a running service, which follow their file. While the file can't be read, those read
 * last go on: a slip of an editor must not lock everybody out, and it lets nobody in.
 *
 * <p>{@link #ring} may be called by any thread and never waits; {@link #refresh} by one at a time.
 */
public final class WatchedKeys {
  private final KeyFile file;
  private final Consumer<String> notices;
  private volatile KeyRing ring;
  private Stamp seen;

  /**
   * Reads the file.
   *
   * @param notices told when keys were read anew, and why they could not
   * @throws InvalidInputException if it can't be read
   */
  public WatchedKeys(KeyFile file, Consumer<String> notices) {
    this.file = file;
    this.notices = notices;
    this.seen = Stamp.of(file.path());
    this.ring = file.read();
  }

  /** The keys as they were read last. */
  public KeyRing ring() {
    return ring;
  }

  /** Looks at the file, and reads it if it is another one than it was. */
  public void refresh() {
    Stamp now = Stamp.of(file.path());
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      ring = file.read();
      notices.accept(
          "The keys were read anew: %d in %s".formatted(ring.keys().size(), file.path()));
    } catch (InvalidInputException e) {
      notices.accept(e.getMessage() + " The keys that were read before stay in force.");
    }
  }

  /** What tells one state of a file from the next, as far as its directory entry says it. */
  private record Stamp(long modified, long size, Object file) {
    private static final Stamp NONE = new Stamp(0, 0, "");

    static Stamp of(Path path) {
      try {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        Object identity = now.fileKey() == null ? "" : now.fileKey();
        return new Stamp(now.lastModifiedTime().toMillis(), now.size(), identity);
      } catch (IOException e) {
        return NONE;
      }
    }
  }
}
