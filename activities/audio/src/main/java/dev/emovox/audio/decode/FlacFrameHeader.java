package dev.emovox.audio.decode;

/**
 * The header of a FLAC frame (RFC 9639, section 9.1).
 *
 * @param blockSize samples of each channel, 1 to 65,536
 * @param channels number of subframes
 * @param stereo how two channels are packed
 */
record FlacFrameHeader(int blockSize, int channels, Stereo stereo) {
  private static final int SYNC = 0x3ffe;

  /** What the two subframes of a stereo frame hold. */
  enum Stereo {
    INDEPENDENT,
    LEFT_SIDE,
    SIDE_RIGHT,
    MID_SIDE
  }

  /**
   * Reads and checks a header at a byte boundary.
   *
   * @throws dev.emovox.audio.UnusableAudioException if it is damaged or differs from the stream's
   */
  static FlacFrameHeader read(BitReader bits, FlacStreamInfo stream) {
    int start = bits.position();
    if (bits.unsigned(14) != SYNC || bits.unsigned(1) != 0) {
      throw Failure.corrupt("A FLAC frame does not begin where the last one ends");
    }
    bits.unsigned(1);
    int sizeCode = (int) bits.unsigned(4);
    int rateCode = (int) bits.unsigned(4);
    int assignment = (int) bits.unsigned(4);
    int widthCode = (int) bits.unsigned(3);
    bits.unsigned(1);
    skipNumber(bits);
    int blockSize = blockSize(sizeCode, bits);
    bits.unsigned(rateCode == 12 ? 8 : rateCode == 13 || rateCode == 14 ? 16 : 0);
    int sum = FlacChecksum.ofHeader(bits.bytes(), start, bits.position());
    if (bits.unsigned(8) != sum) {
      throw Failure.corrupt("The checksum of a FLAC frame header is wrong");
    }
    return checked(
        new FlacFrameHeader(blockSize, channels(assignment), stereo(assignment)),
        stream,
        widthCode);
  }

  private static FlacFrameHeader checked(
      FlacFrameHeader header, FlacStreamInfo stream, int widthCode) {
    int[] widths = {stream.bitsPerSample(), 8, 12, 0, 16, 20, 24, 32};
    if (header.channels != stream.shape().channels()
        || widths[widthCode] != stream.bitsPerSample()) {
      throw Failure.corrupt("A FLAC frame has other channels or bits than the stream");
    }
    return header;
  }

  /**
   * Skips the frame's or sample's number, packed like UTF-8; the order of frames is not checked.
   */
  private static void skipNumber(BitReader bits) {
    int first = (int) bits.unsigned(8);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 1 || ones == 8) {
      throw Failure.corrupt("The number of a FLAC frame is malformed");
    }
    for (int i = 1; i < ones; i++) {
      bits.unsigned(8);
    }
  }

  private static int blockSize(int code, BitReader bits) {
    return switch (code) {
      case 0 -> throw Failure.corrupt("A FLAC frame has a reserved block size");
      case 1 -> 192;
      case 2, 3, 4, 5 -> 144 << code;
      case 6 -> (int) bits.unsigned(8) + 1;
      case 7 -> (int) bits.unsigned(16) + 1;
      default -> 1 << code;
    };
  }

  private static int channels(int assignment) {
    if (assignment > 10) {
      throw Failure.corrupt("A FLAC frame has a reserved channel assignment");
    }
    return assignment < 8 ? assignment + 1 : 2;
  }

  private static Stereo stereo(int assignment) {
    return assignment < 8 ? Stereo.INDEPENDENT : Stereo.values()[assignment - 7];
  }

  /** Bits more than the stream's that the samples of a subframe take. */
  int extraBits(int channel) {
    int side =
        switch (stereo) {
          case INDEPENDENT -> -1;
          case LEFT_SIDE, MID_SIDE -> 1;
          case SIDE_RIGHT -> 0;
        };
    return channel == side ? 1 : 0;
  }
}
