package dev.emovox.audio.decode;

/** Reads the frames of a FLAC stream one after the other. */
final class FlacFrames {
  private static final int LARGEST_BLOCK = 65_536;

  private final FlacStreamInfo stream;
  private final BitReader bits;
  private final FlacSubframe subframe;
  private int[][] channels = new int[0][];

  FlacFrames(FlacStreamInfo stream, BitReader bits) {
    this.stream = stream;
    this.bits = bits;
    this.subframe = new FlacSubframe(bits);
  }

  /** Whether the stream's bytes are used up. */
  boolean atEnd() {
    return bits.atEnd();
  }

  /**
   * Reads a frame.
   *
   * @return how many samples {@link #channel} now has
   * @throws dev.emovox.audio.UnusableAudioException if the frame is damaged or cut short
   */
  int read() {
    int start = bits.position();
    FlacFrameHeader header = FlacFrameHeader.read(bits, stream);
    allocate(header.blockSize());
    for (int channel = 0; channel < channels.length; channel++) {
      int width = stream.bitsPerSample() + header.extraBits(channel);
      subframe.read(channels[channel], header.blockSize(), width);
    }
    bits.align();
    int sum = FlacChecksum.ofFrame(bits.bytes(), start, bits.position());
    if (bits.unsigned(16) != sum) {
      throw Failure.corrupt("The checksum of a FLAC frame is wrong");
    }
    unpack(header);
    return header.blockSize();
  }

  /** The samples of a channel of the frame that was read last; valid until the next is. */
  int[] channel(int channel) {
    return channels[channel];
  }

  private void allocate(int blockSize) {
    if (channels.length == 0 || channels[0].length < blockSize) {
      int capacity = Math.min(Integer.highestOneBit(blockSize) * 2, LARGEST_BLOCK);
      channels = new int[stream.shape().channels()][capacity];
    }
  }

  private void unpack(FlacFrameHeader header) {
    for (int i = 0; i < header.blockSize() && channels.length == 2; i++) {
      int first = channels[0][i];
      int second = channels[1][i];
      switch (header.stereo()) {
        case INDEPENDENT -> {
          return;
        }
        case LEFT_SIDE -> channels[1][i] = first - second;
        case SIDE_RIGHT -> channels[0][i] = first + second;
        case MID_SIDE -> {
          int twiceMid = (first << 1) | (second & 1);
          channels[0][i] = (twiceMid + second) >> 1;
          channels[1][i] = (twiceMid - second) >> 1;
        }
      }
    }
  }
}
