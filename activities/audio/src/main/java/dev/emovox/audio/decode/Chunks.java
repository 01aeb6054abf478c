package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/**
 * Walks the chunks of a RIFF or IFF file: four characters, a size in the file's byte order, the
 * body, and a padding byte after a body of odd size. Chunks inside chunks are not entered.
 */
final class Chunks {
  private static final int HEADER_BYTES = 8;

  private final ByteBuffer content;
  private long position;
  private boolean endedEarly;

  /**
   * A walk over the chunks from {@code start} to the end of {@code content}.
   *
   * @param content the file, in its byte order
   */
  Chunks(ByteBuffer content, int start) {
    this.content = content;
    this.position = start;
  }

  /** The next chunk, or null at the end of the file. */
  Chunk next() {
    if (position + HEADER_BYTES > content.limit()) {
      endedEarly |= position != content.limit();
      return null;
    }
    int header = (int) position;
    long announced = content.getInt(header + 4) & 0xffff_ffffL;
    int start = header + HEADER_BYTES;
    int present = (int) Math.min(announced, content.limit() - start);
    position = start + announced + (announced & 1);
    ByteBuffer body = content.slice(start, present).order(content.order());
    return new Chunk(Signature.fourAt(content, header), announced, body);
  }

  /** Whether the walk ended in the middle of a chunk. */
  boolean endedEarly() {
    return endedEarly;
  }
}
