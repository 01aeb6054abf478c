package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The STREAMINFO block of a FLAC file (RFC 9639, section 8.2).
 *
 * @param shape rate and channels
 * @param bitsPerSample 4 to 24
 * @param totalFrames samples of each channel in the stream, 0 if not known
 * @param md5 digest of the decoded samples, all zeros if not known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FlacStreamInfo(StreamShape shape, int bitsPerSample, long totalFrames, byte[] md5) {
  static final int BYTES = 34;
  private static final int MOST_BITS = 24;
  private static final int MD5_BYTES = 16;

  static FlacStreamInfo read(ByteBuffer block, DecodeLimits limits) {
    BitReader bits = new BitReader(block, 10);
    long sampleRate = bits.unsigned(20);
    int channels = (int) bits.unsigned(3) + 1;
    int bitsPerSample = (int) bits.unsigned(5) + 1;
    long totalFrames = (bits.unsigned(4) << 32) | bits.unsigned(32);
    byte[] md5 = new byte[MD5_BYTES];
    block.get(BYTES - MD5_BYTES, md5);
    StreamShape shape = StreamShape.of(sampleRate, channels, limits);
    if (bitsPerSample > MOST_BITS) {
      throw Failure.unsupported("FLAC of " + bitsPerSample + " bits a sample");
    }
    shape.checkNotTooLong(totalFrames);
    return new FlacStreamInfo(shape, bitsPerSample, totalFrames, md5);
  }

  boolean knowsMd5() {
    return !Arrays.equals(md5, new byte[MD5_BYTES]);
  }
}
