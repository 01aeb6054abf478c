package dev.emovox.artifacts;

import dev.emovox.domain.WorkFailedException;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
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

  /** The largest object that is written, in bytes. */
  public static final int LARGEST = 1 << 20;

  private static final int MOST = 1_000_000;

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

  /**
   * The object of a number; empty if it is free. One of more than {@link #LARGEST} bytes, which
   * someone else wrote, is cut one byte beyond them.
   */
  public Optional<byte[]> read(long number) {
    return bucket.readSmall(key(number), LARGEST + 1);
  }

  /** The highest number in use; zero if there is none. */
  public long last() {
    NavigableSet<Long> numbers = numbers();
    return numbers.isEmpty() ? 0 : numbers.last();
  }

  /**
   * The numbers in use.
   *
   * @throws WorkFailedException if there are more than a million
   */
  public NavigableSet<Long> numbers() {
    NavigableSet<Long> numbers = new TreeSet<>();
    bucket.list(folder, object -> collect(number(object.key()), numbers));
    return numbers;
  }

  private void collect(long number, NavigableSet<Long> numbers) {
    if (number > 0 && numbers.add(number) && numbers.size() > MOST) {
      throw new WorkFailedException(
          "There are more than %d objects below %s. Look at what writes there."
              .formatted(MOST, bucket.location(folder)));
    }
  }

  /** Where the sequence lies, for messages. */
  public String location() {
    return bucket.location(folder).uri();
  }

  /** The key of a number, whether it is in use or not. */
  public String name(long number) {
    return key(number);
  }

  private long number(String key) {
    Matcher name = NAME.matcher(key.substring(folder.length()));
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  private String key(long number) {
    return folder + String.format(Locale.ROOT, "%08d.json", number);
  }
}
