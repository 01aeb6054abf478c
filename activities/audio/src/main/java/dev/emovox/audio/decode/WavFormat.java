package dev.emovox.audio.decode;

import dev.emovox.audio.DecodeLimits;
import java.nio.ByteBuffer;

/** Reads the {@code fmt } chunk of a WAV file, plain or WAVE_FORMAT_EXTENSIBLE. */
final class WavFormat {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int PLAIN_BYTES = 16;
  private static final int EXTENSIBLE_BYTES = 40;
  private static final int SUBFORMAT = 24;

  /** The last 14 bytes of every subformat GUID that stands for an ordinary format number. */
  private static final String GUID_TAIL =
      "\u0000\u0000\u0000\u0000\u0010\u0000\u0080\u0000\u0000\u00aa\u00008\u009bq";

  private WavFormat() {}

  static PcmLayout read(Chunk chunk, DecodeLimits limits) {
    chunk.require(PLAIN_BYTES);
    ByteBuffer body = chunk.body();
    int channels = body.getShort(2) & 0xffff;
    StreamShape shape = StreamShape.of(body.getInt(4) & 0xffff_ffffL, channels, limits);
    int bits = body.getShort(14) & 0xffff;
    PcmLayout layout = new PcmLayout(shape, encoding(codec(chunk), bits));
    int blockAlign = body.getShort(12) & 0xffff;
    if (blockAlign != layout.frameBytes()) {
      throw Failure.corrupt(
          "The chunk 'fmt ' gives %d bytes a frame, but %d channels of %d bits take %d"
              .formatted(blockAlign, channels, bits, layout.frameBytes()));
    }
    return layout;
  }

  private static int codec(Chunk chunk) {
    int codec = chunk.body().getShort(0) & 0xffff;
    if (codec != EXTENSIBLE) {
      return codec;
    }
    chunk.require(EXTENSIBLE_BYTES);
    if (!Signature.isAt(chunk.body(), SUBFORMAT + 2, GUID_TAIL)) {
      throw Failure.unsupported("The WAV subformat in this file");
    }
    return chunk.body().getShort(SUBFORMAT) & 0xffff;
  }

  private static SampleEncoding encoding(int codec, int bits) {
    SampleEncoding found =
        switch (codec) {
          case PCM -> bits >= 1 && bits <= 8 ? SampleEncoding.PCM_U8 : integer(bits);
          case FLOAT -> floating(bits);
          case A_LAW -> bits == 8 ? SampleEncoding.ALAW : null;
          case MU_LAW -> bits == 8 ? SampleEncoding.MULAW : null;
          default -> throw Failure.unsupported("WAV of codec 0x%04x".formatted(codec));
        };
    if (found == null) {
      throw Failure.corrupt("The chunk 'fmt ' gives %d bits a sample".formatted(bits));
    }
    return found;
  }

  // Fewer bits than the bytes could hold stand at the top, so full scale is that of the bytes.
  private static SampleEncoding integer(int bits) {
    return bits < 1 ? null : SampleEncoding.signed((bits + 7) / 8);
  }

  private static SampleEncoding floating(int bits) {
    return switch (bits) {
      case 32 -> SampleEncoding.PCM_F32;
      case 64 -> SampleEncoding.PCM_F64;
      default -> null;
    };
  }
}
