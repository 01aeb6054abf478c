package dev.emovox.artifacts;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small JSON documents under names, {@code FOLDER/NAME/DOCUMENT.json}: what is known of things that
 * have names of their own, such as runs. A document may be written again; the last one stays.
 *
 * <p>Safe for use by several threads.
 */
public final class NamedDocuments {
  /** The largest document, in bytes. */
  public static final int LARGEST = 16 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

  private final Bucket bucket;
  private final String folder;

  /**
   * Documents in the connection's bucket.
   *
   * @param folder the keys' first part, without a slash at its end
   */
  public NamedDocuments(S3Connection connection, String folder) {
    this.bucket = new Bucket(connection);
    this.folder = folder + "/";
  }

  /**
   * Writes a document.
   *
   * @throws InvalidInputException if the name can't be part of a key
   * @throws WorkFailedException if it has more than {@link #LARGEST} bytes
   */
  public void put(String name, String document, byte[] json) {
    String key = key(name, document);
    if (json.length > LARGEST) {
      throw new WorkFailedException(
          "%s would have %d bytes; such documents have %d at most."
              .formatted(bucket.location(key), json.length, LARGEST));
    }
    bucket.put(key, Upload.of(json, ArtifactKind.json(document)), WriteCondition.NONE);
  }

  /**
   * Reads a document; nothing if there is none.
   *
   * @throws InvalidInputException if the name can't be part of a key
   * @throws WorkFailedException if it has more than {@link #LARGEST} bytes
   */
  public Optional<byte[]> read(String name, String document) {
    String key = key(name, document);
    Optional<byte[]> content = bucket.readSmall(key, LARGEST + 1);
    if (content.filter(bytes -> bytes.length > LARGEST).isPresent()) {
      throw new WorkFailedException(
          "%s has more than %d bytes, more than is ever written there."
              .formatted(bucket.location(key), LARGEST));
    }
    return content;
  }

  /** The names under which a document of this kind lies. */
  public NavigableSet<String> names(String document) {
    Pattern form = Pattern.compile("([^/]+)/" + Pattern.quote(document) + "\\.json");
    NavigableSet<String> names = new TreeSet<>();
    bucket.list(
        folder,
        object -> {
          Matcher key = form.matcher(object.key().substring(folder.length()));
          if (key.matches() && NAME.matcher(key.group(1)).matches()) {
            names.add(key.group(1));
          }
        });
    return names;
  }

  /** Where a document lies, for messages. */
  public String location(String name, String document) {
    return bucket.location(key(name, document)).toString();
  }

  private String key(String name, String document) {
    if (!NAME.matcher(name).matches()) {
      throw new InvalidInputException(
          "'%s' is no name: letters, digits, '.', '_' and '-', at most 255 of them."
              .formatted(name));
    }
    return folder + name + "/" + document + ".json";
  }
}
