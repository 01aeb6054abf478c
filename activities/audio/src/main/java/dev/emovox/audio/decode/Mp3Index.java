package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/**
 * Where the frames of an MP3 stream are, checked header by header before a decoder sees them.
 *
 * @param first header of the first frame
 * @param start offset of the first frame with sound
 * @param end offset after the last frame
 * @param frames number of frames with sound
 */
record Mp3Index(Mp3FrameHeader first, int start, int end, int frames) {
  private static final int NO_FRAME_COUNT = -1;

  /**
   * Walks the frames.
   *
   * @throws dev.emovox.audio.UnusableAudioException if the last frame is cut, frames don't follow
   *     each other, or there are fewer than the encoder noted
   */
  static Mp3Index of(ByteBuffer content) {
    Mp3FrameHeader first = Mp3FrameHeader.at(content, 0);
    int announced = noted(content, first);
    int start = announced == NO_FRAME_COUNT ? 0 : first.bytes();
    int position = start;
    int frames = 0;
    while (position < content.limit() && !isTrailer(content, position)) {
      position += frameBytes(content, position, first);
      frames++;
    }
    if (announced > frames) {
      throw Failure.truncated(
          "The MP3 announces %d frames and has %d".formatted(announced, frames));
    }
    return new Mp3Index(first, start, position, frames);
  }

  private static int frameBytes(ByteBuffer content, int position, Mp3FrameHeader first) {
    Mp3FrameHeader header = Mp3FrameHeader.at(content, position);
    int left = content.limit() - position;
    if (left < Mp3FrameHeader.BYTES || (header != null && header.bytes() > left)) {
      throw Failure.truncated("The MP3 ends in the middle of a frame");
    }
    if (header == null || !header.continues(first)) {
      throw Failure.corrupt("There is no MP3 frame at byte " + position + " of the stream");
    }
    return header.bytes();
  }

  /** An ID3v1, Lyrics3 or APE tag after the sound. */
  private static boolean isTrailer(ByteBuffer content, int position) {
    return Signature.isAt(content, position, "TAG")
        || Signature.isAt(content, position, "LYRICSBEGIN")
        || Signature.isAt(content, position, "APETAGEX");
  }

  /** The number of frames that the encoder noted in place of a first frame with sound. */
  private static int noted(ByteBuffer content, Mp3FrameHeader first) {
    int tag = Mp3FrameHeader.BYTES + first.sideInfoBytes();
    boolean isNote = Signature.isAt(content, tag, "Xing") || Signature.isAt(content, tag, "Info");
    if (!isNote || tag + 12 > content.limit() || first.bytes() > content.limit()) {
      return NO_FRAME_COUNT;
    }
    boolean counted = (content.getInt(tag + 4) & 1) != 0;
    return counted ? Math.max(0, content.getInt(tag + 8)) : 0;
  }
}
