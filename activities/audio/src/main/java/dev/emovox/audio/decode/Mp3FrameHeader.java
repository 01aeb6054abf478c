package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/**
 * The four bytes before each frame of MPEG audio layer III (ISO/IEC 11172-3 and 13818-3).
 *
 * @param sampleRate hertz
 * @param channels 1 or 2
 * @param samples samples of each channel in the frame
 * @param bytes length of the frame with its header
 * @param sideInfoBytes length of the side information after the header
 */
record Mp3FrameHeader(int sampleRate, int channels, int samples, int bytes, int sideInfoBytes) {
  static final int BYTES = 4;
  private static final int[] RATES = {44_100, 48_000, 32_000};
  private static final int[] KILOBITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KILOBITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };

  /** The header at {@code offset}, or null if there is none that a frame can have. */
  static Mp3FrameHeader at(ByteBuffer bytes, int offset) {
    if (offset < 0 || offset + BYTES > bytes.limit()) {
      return null;
    }
    int header = bytes.getInt(offset);
    int version = (header >> 19) & 3;
    int bitRate = (header >> 12) & 15;
    int rate = (header >> 10) & 3;
    boolean layer3 = (header & 0xffe6_0000) == 0xffe2_0000;
    if (!layer3 || version == 1 || bitRate == 0 || bitRate == 15 || rate == 3) {
      return null;
    }
    return of(version, bitRate, rate, header);
  }

  private static Mp3FrameHeader of(int version, int bitRate, int rate, int header) {
    boolean first = version == 3;
    int sampleRate = RATES[rate] >> (first ? 0 : version == 2 ? 1 : 2);
    int kilobits = first ? KILOBITS_1[bitRate] : KILOBITS_2[bitRate];
    int samples = first ? 1152 : 576;
    int padding = (header >> 9) & 1;
    int channels = ((header >> 6) & 3) == 3 ? 1 : 2;
    int sideInfo = first ? (channels == 1 ? 17 : 32) : (channels == 1 ? 9 : 17);
    int bytes = samples / 8 * kilobits * 1000 / sampleRate + padding;
    return new Mp3FrameHeader(sampleRate, channels, samples, bytes, sideInfo);
  }

  /** Whether a frame may follow another of one stream. */
  boolean continues(Mp3FrameHeader other) {
    return sampleRate == other.sampleRate && channels == other.channels;
  }
}
