package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The original bytes of clips, by their digest, under {@code clips/ab/HEX}. */
final class Clips {
  /** More than any clip that can be decoded. */
  static final int LARGEST = 256 << 20;

  private static final int SMALL = 1 << 16;

  private static final String FOLDER = "clips/";
  private static final int SHARD_DIGITS = 2;
  private static final int MOST_SHARDS_LISTED = 32;
  private static final Pattern KEY = Pattern.compile("clips/[0-9a-f]{2}/([0-9a-f]{64})");
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

  /** Those of {@code expected} that are not stored or have another size, in their order. */
  List<Digest> missing(ClipSizes expected) {
    DigestNumbers digests = expected.digests();
    BitSet stored = new BitSet();
    list(
        digests,
        (clip, object) -> {
          int number = digests.find(clip);
          if (number >= 0) {
            stored.set(number, object.bytes() == expected.bytes(number));
          }
        });
    return IntStream.range(0, digests.size())
        .filter(number -> !stored.get(number))
        .mapToObj(digests::get)
        .sorted()
        .toList();
  }

  /** Those of {@code wanted} that are stored. */
  KnownClips known(ClipSizes wanted) {
    KnownClips known = new KnownClips(wanted);
    list(wanted.digests(), known::see);
    return known;
  }

  /** Lists every object that may be one of {@code wanted}. */
  private void list(DigestNumbers wanted, BiConsumer<Digest, StoredObject> each) {
    for (String prefix : prefixes(wanted)) {
      bucket.list(
          prefix,
          object -> {
            Matcher key = KEY.matcher(object.key());
            if (key.matches()) {
              each.accept(new Digest(key.group(1)), object);
            }
          });
    }
  }

  /** The shards of a few clips; of many the folder of all shards. */
  private static Set<String> prefixes(DigestNumbers wanted) {
    Set<String> prefixes = new TreeSet<>();
    for (int number = 0; number < wanted.size(); number++) {
      prefixes.add(FOLDER + shard(wanted.get(number)) + "/");
      if (prefixes.size() > MOST_SHARDS_LISTED) {
        return Set.of(FOLDER);
      }
    }
    return prefixes;
  }
}
