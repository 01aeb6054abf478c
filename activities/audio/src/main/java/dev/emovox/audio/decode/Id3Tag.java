package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/** ID3v2 tags, which taggers put before MP3 and at times before other audio. */
public final class Id3Tag {
  private static final int HEADER_BYTES = 10;
  private static final int FOOTER_FLAG = 0x10;

  private Id3Tag() {}

  /** Whether a tag begins at the first byte. */
  public static boolean isAtStart(ByteBuffer content) {
    return Signature.isAt(content, 0, "ID3");
  }

  /**
   * What follows the tags at the start of {@code content}; the content itself if there is none.
   *
   * @throws dev.emovox.audio.UnusableAudioException if the file ends inside a tag
   */
  public static ByteBuffer skip(ByteBuffer content) {
    ByteBuffer rest = content;
    while (isAtStart(rest)) {
      long end = rest.limit() < HEADER_BYTES ? Long.MAX_VALUE : tagBytes(rest);
      if (end >= rest.limit()) {
        throw Failure.truncated("The file ends in its ID3 tag");
      }
      rest = rest.slice((int) end, rest.limit() - (int) end);
    }
    return rest;
  }

  private static long tagBytes(ByteBuffer tag) {
    long size = 0;
    for (int i = 6; i < HEADER_BYTES; i++) {
      size = (size << 7) | (tag.get(i) & 0x7f);
    }
    boolean footer = (tag.get(5) & FOOTER_FLAG) != 0;
    return HEADER_BYTES + size + (footer ? HEADER_BYTES : 0);
  }
}
