package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/**
 * A part of a RIFF or IFF file.
 *
 * @param id four characters
 * @param announcedBytes size as its header says
 * @param body the bytes that are there, at most as many as announced
 */
record Chunk(String id, long announcedBytes, ByteBuffer body) {

  /** Whether all announced bytes are there. */
  boolean isWhole() {
    return body.limit() == announcedBytes;
  }

  /**
   * Checks that the body has at least {@code bytes} bytes.
   *
   * @throws dev.emovox.audio.UnusableAudioException if it has not
   */
  void require(int bytes) {
    if (body.limit() < bytes) {
      String what = "The chunk '%s' has %d bytes and needs %d".formatted(id, body.limit(), bytes);
      throw isWhole() ? Failure.corrupt(what) : Failure.truncated(what);
    }
  }
}
