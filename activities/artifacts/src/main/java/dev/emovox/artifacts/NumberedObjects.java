package dev.emovox.artifacts;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An append-only sequence of small JSON objects {@code FOLDER/00000001.json}, {@code
 * FOLDER/00000002.json} and so on. A number is written once: of several writers at once one writes
 * it, and nobody can replace it through this class.
 *
 * <p>Safe for use by several threads.
 */
public final class NumberedObjects {
  private static final Pattern NAME = Pattern.compile("(\\d{8})\\.json");
  private static final int LARGEST = 1 << 20;

  private final Bucket bucket;
  private final String folder;

  /**
   * A sequence in the connection's bucket.
   *
   * @param folder the keys' first part, without a slash at its end
   */
  public NumberedObjects(S3Connection connection, String folder) {
    this.bucket = new Bucket(connection);
    this.folder = folder + "/";
  }

  /**
   * Writes a number that is still free.
   *
   * @return false if another writer has it
   */
  public boolean add(long number, byte[] json) {
    if (number < 1 || json.length > LARGEST) {
      throw new IllegalArgumentException("numbers start at 1, objects have a megabyte at most");
    }
    Upload upload = new Upload.Memory(json, Checksums.of(json), ArtifactKind.json("ledger"));
    return bucket.put(key(number), upload, WriteCondition.ABSENT);
  }

  /** The object of a number; empty if it is free. */
  public Optional<byte[]> read(long number) {
    return bucket.readSmall(key(number), LARGEST);
  }

  /** The highest number in use; zero if there is none. */
  public long last() {
    AtomicLong last = new AtomicLong();
    bucket.list(folder, object -> last.accumulateAndGet(number(object.key()), Math::max));
    return last.get();
  }

  private long number(String key) {
    Matcher name = NAME.matcher(key.substring(folder.length()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private String key(long number) {
    return folder + String.format(Locale.ROOT, "%08d.json", number);
  }
}
