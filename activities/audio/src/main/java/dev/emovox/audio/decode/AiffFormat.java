package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The {@code COMM} chunk of an AIFF or AIFC file.
 *
 * @param layout how the samples are stored
 * @param frames announced number of frames
 * @param order byte order of the samples
 */
record AiffFormat(PcmLayout layout, long frames, ByteOrder order) {
  private static final int PLAIN_BYTES = 18;
  private static final int COMPRESSED_BYTES = 22;
  private static final int MANTISSA_BITS = 63;
  private static final int EXPONENT_BIAS = 16_383;

  /**
   * Reads the chunk.
   *
   * @param compressed whether the file is AIFC, whose chunk also names a codec
   */
  static AiffFormat read(Chunk chunk, boolean compressed, DecodeLimits limits) {
    chunk.require(compressed ? COMPRESSED_BYTES : PLAIN_BYTES);
    ByteBuffer body = chunk.body();
    String codec = compressed ? Signature.fourAt(body, PLAIN_BYTES) : "NONE";
    StreamShape shape = StreamShape.of(sampleRate(body), body.getShort(0), limits);
    SampleEncoding encoding = encoding(codec, body.getShort(6));
    ByteOrder order = codec.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    return new AiffFormat(new PcmLayout(shape, encoding), body.getInt(2) & 0xffff_ffffL, order);
  }

  /** The rate, an 80-bit float, to the nearest hertz; -1 if it is no number of this world. */
  private static long sampleRate(ByteBuffer body) {
    int exponent = body.getShort(8) - EXPONENT_BIAS;
    long mantissa = body.getLong(10);
    // Negative rates, infinities and rates without the leading bit are refused with the rest.
    if (mantissa >= 0 || exponent < 0 || exponent >= MANTISSA_BITS) {
      return -1;
    }
    return Math.round(Math.scalb((double) (mantissa >>> 1), exponent - MANTISSA_BITS + 1));
  }

  private static SampleEncoding encoding(String codec, int bits) {
    SampleEncoding found =
        switch (codec) {
          case "NONE", "twos", "sowt", "in24", "in32" ->
              bits < 1 ? null : SampleEncoding.signed((bits + 7) / 8);
          case "raw " -> bits == 8 ? SampleEncoding.PCM_U8 : null;
          case "fl32", "FL32" -> SampleEncoding.PCM_F32;
          case "fl64", "FL64" -> SampleEncoding.PCM_F64;
          case "ulaw", "ULAW" -> SampleEncoding.MULAW;
          case "alaw", "ALAW" -> SampleEncoding.ALAW;
          default -> throw Failure.unsupported("AIFC of codec '" + codec + "'");
        };
    if (found == null) {
      throw Failure.corrupt("The chunk 'COMM' gives %d bits a sample".formatted(bits));
    }
    return found;
  }
}
