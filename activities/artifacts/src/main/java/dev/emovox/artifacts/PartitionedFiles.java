package dev.emovox.artifacts;

import dev.emovox.domain.WorkFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parquet tables below one prefix, in folders as query engines read partitions: {@code
 * ROOT/KEY=VALUE/KEY=VALUE/NAME.parquet}. Objects of other names are not seen.
 *
 * <p>Safe for use by several threads.
 */
public final class PartitionedFiles {
  /** The largest table, in bytes. */
  public static final int LARGEST = 64 << 20;

  private static final String PARTITION = "[a-z_]+=[A-Za-z0-9._-]+";
  private static final Pattern FOLDER = Pattern.compile(PARTITION + "(/" + PARTITION + ")*");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*\\.parquet");
  private static final Pattern KEY =
      Pattern.compile("(" + FOLDER.pattern() + ")/(" + NAME.pattern() + ")");

  private final Bucket bucket;
  private final String root;

  /**
   * Tables in the connection's bucket.
   *
   * @param root the keys' first part, without a slash at its end
   */
  public PartitionedFiles(S3Connection connection, String root) {
    this.bucket = new Bucket(connection);
    this.root = root + "/";
  }

  /**
   * Writes a table, replacing one of that name.
   *
   * @throws WorkFailedException if it has more than {@link #LARGEST} bytes
   */
  public void put(String folder, String name, byte[] content) {
    String key = key(folder, name);
    if (content.length > LARGEST) {
      throw tooLarge(key);
    }
    bucket.put(key, Upload.of(content, ArtifactKind.parquet("table")), WriteCondition.NONE);
  }

  /** The names of the tables directly in a folder, in order. */
  public List<String> names(String folder) {
    List<String> names = new ArrayList<>();
    bucket.list(
        root + folder + "/",
        object -> {
          Matcher key = KEY.matcher(object.key().substring(root.length()));
          if (key.matches() && key.group(1).equals(folder)) {
            names.add(key.group(key.groupCount()));
          }
        });
    return names;
  }

  /** The folders that have tables, in order. */
  public List<String> folders() {
    TreeSet<String> folders = new TreeSet<>();
    bucket.list(
        root,
        object -> {
          Matcher key = KEY.matcher(object.key().substring(root.length()));
          if (key.matches()) {
            folders.add(key.group(1));
          }
        });
    return List.copyOf(folders);
  }

  /**
   * A table's bytes.
   *
   * @throws dev.emovox.domain.InvalidInputException or {@link WorkFailedException} if it is gone,
   *     or has more than {@link #LARGEST} bytes
   */
  public byte[] read(String folder, String name) {
    String key = key(folder, name);
    byte[] content = bucket.readSmall(key, LARGEST + 1).orElseThrow(() -> bucket.gone(key));
    if (content.length > LARGEST) {
      throw tooLarge(key);
    }
    return content;
  }

  /** Removes a table, if it is there. */
  public void remove(String folder, String name) {
    bucket.remove(key(folder, name));
  }

  private String key(String folder, String name) {
    if (!FOLDER.matcher(folder).matches() || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no table of a partition: " + folder + "/" + name);
    }
    return root + folder + "/" + name;
  }

  private WorkFailedException tooLarge(String key) {
    return new WorkFailedException(
        "%s has more than %d bytes, more than is ever written there."
            .formatted(bucket.location(key), LARGEST));
  }
}
