package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The original bytes of clips, by their digest, under {@code clips/ab/HEX}. */
final class Clips {
  /** More than any clip that can be decoded. */
  static final int LARGEST = 256 << 20;

  private static final int SMALL = 1 << 16;

  private static final String FOLDER = "clips/";
  private static final int SHARD_DIGITS = 2;
  private static final int MOST_SHARDS_LISTED = 32;
  private static final ArtifactKind KIND =
      new ArtifactKind("clip", "application/octet-stream", "", 1);

  private final Bucket bucket;
  private final OnceWriter writer;
  private final VerifiedReader reader;

  Clips(Bucket bucket) {
    this.bucket = bucket;
    this.writer = new OnceWriter(bucket);
    this.reader = new VerifiedReader(bucket);
  }

  static String key(Digest clip) {
    return FOLDER + shard(clip) + "/" + clip.hex();
  }

  private static String shard(Digest clip) {
    return clip.hex().substring(0, SHARD_DIGITS);
  }

  void put(Digest digest, byte[] content) {
    Upload upload = Upload.of(content, KIND);
    if (!upload.checksums().sha256().equals(digest)) {
      throw new IllegalArgumentException("the clip's digest is not " + digest);
    }
    // To ask first takes longer than to send a small clip that turns out to be there.
    boolean small = content.length <= SMALL;
    if (!small || !bucket.put(key(digest), upload, WriteCondition.ABSENT)) {
      writer.ensure(key(digest), upload, seen -> holds(seen, upload.checksums()));
    }
  }

  /**
   * Whether a stored clip has the right bytes, told by size and entity tag where that is an MD5, so
   * that thousands of clips need not be read again; else by reading.
   */
  private boolean holds(StoredObject seen, Checksums clip) {
    if (seen.bytes() != clip.bytes()) {
      return false;
    }
    return seen.etag().equals(clip.md5())
        || bucket.stream(seen.key(), Digest::of).equals(clip.sha256());
  }

  byte[] read(Digest clip) {
    return reader.read(key(clip), clip, LARGEST);
  }

  /** Sizes of those of {@code wanted} that are stored. */
  Map<Digest, Long> stored(Collection<Digest> wanted) {
    Map<String, Digest> byKey = new HashMap<>();
    Set<String> prefixes = new TreeSet<>();
    for (Digest clip : wanted) {
      byKey.put(key(clip), clip);
      prefixes.add(FOLDER + shard(clip) + "/");
    }
    Map<Digest, Long> found = new HashMap<>();
    for (String prefix : prefixes.size() > MOST_SHARDS_LISTED ? Set.of(FOLDER) : prefixes) {
      bucket.list(
          prefix,
          object -> {
            if (byKey.containsKey(object.key())) {
              found.put(byKey.get(object.key()), object.bytes());
            }
          });
    }
    return found;
  }

  /** Those of {@code expected}, digest to size, that are not stored or have another size. */
  List<Digest> missing(Map<Digest, Long> expected) {
    Map<Digest, Long> stored = stored(expected.keySet());
    List<Digest> missing = new ArrayList<>();
    new TreeSet<>(expected.keySet())
        .forEach(
            clip -> {
              if (!expected.get(clip).equals(stored.get(clip))) {
                missing.add(clip);
              }
            });
    return missing;
  }
}
