package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Clips that were in the store when it was listed, so that none of them need be sent again. Some 60
 * bytes each.
 *
 * <p>An object counts if size and entity tag are those of its clip; where entity tags are no MD5,
 * which a server may choose, nothing is known, and each clip has to be offered. Safe for use by
 * several threads.
 */
public final class KnownClips {
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");

  private final ClipSizes wanted;
  private final BitSet seen = new BitSet();
  private final long[] tags;

  /** Knows none of the clips yet. */
  KnownClips(ClipSizes wanted) {
    this.wanted = wanted;
    this.tags = new long[wanted.clips()];
  }

  /** Takes note of a clip's object; before others ask. */
  void see(Digest clip, StoredObject object) {
    int number = wanted.digests().find(clip);
    if (number >= 0 && MD5.matcher(object.etag()).matches()) {
      seen.set(number, object.bytes() == wanted.bytes(number));
      tags[number] = firstWord(HexFormat.of().parseHex(object.etag()));
    }
  }

  private static long firstWord(byte[] md5) {
    return ByteBuffer.wrap(md5).getLong();
  }

  /** How many clips are known. */
  public int clips() {
    return seen.cardinality();
  }

  /**
   * Whether a clip is stored with these bytes, which tells a damaged object from a sound one.
   *
   * @param clip SHA-256 of {@code content}
   */
  public boolean holds(Digest clip, byte[] content) {
    int number = wanted.digests().find(clip);
    return number >= 0
        && seen.get(number)
        && content.length == wanted.bytes(number)
        && tags[number] == firstWord(Checksums.algorithm("MD5").digest(content));
  }
}
