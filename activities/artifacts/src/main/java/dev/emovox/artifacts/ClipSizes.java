package dev.emovox.artifacts;

import dev.emovox.domain.Digest;
import java.util.Arrays;

/**
 * Clips that should be stored, with their sizes, in some 60 bytes each. Adding is for one thread.
 */
public final class ClipSizes {
  private static final int FIRST_ROOM = 512;

  private final DigestNumbers digests = new DigestNumbers();
  private long[] bytes = new long[FIRST_ROOM];

  /** Adds a clip; one that is there already gets this size. */
  public void add(Digest clip, long size) {
    int number = digests.add(clip);
    if (number == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[number] = size;
  }

  /** How many clips there are. */
  public int clips() {
    return digests.size();
  }

  DigestNumbers digests() {
    return digests;
  }

  long bytes(int number) {
    return bytes[number];
  }
}
