package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.decode.AudioDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavDecodingTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final float[] TONE = Tones.sine(440, 16_000, 400, 0.5);

  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void readsIntegersOfTwoToFourBytes(int bytes) {
    byte[] wav =
        ChunkFile.wav()
            .format(1, 1, 16_000, 8 * bytes)
            .chunk("data", Tones.integers(TONE, bytes, LITTLE))
            .bytes();
    DecodedAudio decoded = decoder.decode(wav);
    assertThat(decoded.clip().samples()).containsExactly(TONE, within(1e-4f));
    assertThat(decoded.format())
        .isEqualTo(new AudioFormat("wav", 16_000, 1, 8 * bytes, "pcm_s" + 8 * bytes + "le"));
  }

  @Test
  void readsEightBitsAsUnsigned() {
    byte[] wav =
        ChunkFile.wav()
            .format(1, 1, 8_000, 8)
            .chunk("data", new byte[] {0, (byte) 128, (byte) 192})
            .bytes();
    assertThat(decoder.decode(wav).clip().samples()).containsExactly(-1, 0, 0.5f);
  }

  @Test
  void readsFloats() {
    byte[] wav =
        ChunkFile.wav().format(3, 1, 44_100, 32).chunk("data", Tones.floats(TONE, LITTLE)).bytes();
    assertThat(decoder.decode(wav).clip().samples()).containsExactly(TONE);
  }

  @Test
  void readsDoubles() {
    ByteBuffer data = ByteBuffer.allocate(16).order(LITTLE).putDouble(0.25).putDouble(-0.75);
    byte[] wav = ChunkFile.wav().format(3, 1, 44_100, 64).chunk("data", data.array()).bytes();
    assertThat(decoder.decode(wav).clip().samples()).containsExactly(0.25f, -0.75f);
  }

  @Test
  void readsTelephoneCodes() {
    // The ends and the middle of both tables in ITU-T G.711, as 16-bit amplitudes.
    byte[] codes = {0x00, (byte) 0x80, (byte) 0xff, 0x55, (byte) 0xd5, 0x2a, (byte) 0xaa};
    float[] mu = decode(7, codes);
    assertThat(new float[] {mu[0], mu[1], mu[2]})
        .containsExactly(-32_124 / 32_768f, 32_124 / 32_768f, 0);
    float[] a = decode(6, codes);
    assertThat(new float[] {a[3], a[4], a[5], a[6]})
        .containsExactly(-8 / 32_768f, 8 / 32_768f, -32_256 / 32_768f, 32_256 / 32_768f);
  }

  private float[] decode(int codec, byte[] codes) {
    byte[] wav = ChunkFile.wav().format(codec, 1, 8_000, 8).chunk("data", codes).bytes();
    return decoder.decode(wav).clip().samples();
  }

  @Test
  void readsExtensibleWithFewerValidBits() {
    ByteBuffer fmt = ByteBuffer.allocate(40).order(LITTLE);
    fmt.putShort((short) 0xfffe).putShort((short) 2).putInt(48_000).putInt(48_000 * 8);
    fmt.putShort((short) 8).putShort((short) 32).putShort((short) 22).putShort((short) 24);
    fmt.putInt(3).putShort((short) 1);
    fmt.put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38});
    fmt.put(new byte[] {(byte) 0x9b, 0x71});
    float[] both = {0.5f, 0.25f, -0.5f, 0};
    byte[] wav =
        ChunkFile.wav()
            .chunk("fmt ", fmt.array())
            .chunk("data", Tones.integers(both, 4, LITTLE))
            .bytes();
    assertThat(decoder.decode(wav).clip().samples())
        .containsExactly(new float[] {0.375f, -0.25f}, within(1e-6f));
  }

  @Test
  void skipsFillerOddAndUnknownChunks() {
    byte[] wav =
        ChunkFile.wav()
            .chunk("junk", new byte[3])
            .format(1, 1, 16_000, 16)
            .chunk("FLLR", new byte[4044])
            .chunk("data", Tones.integers(TONE, 2, LITTLE))
            .chunk("LIST", new byte[7])
            .bytes();
    assertThat(decoder.decode(wav).clip().samples()).hasSize(TONE.length);
  }

  @Test
  void readsToTheEndWhenAStreamLeftTheSizeOpen() {
    byte[] wav =
        ChunkFile.wav()
            .format(1, 1, 16_000, 16)
            .chunk("data", 0xffff_ffffL, Tones.integers(TONE, 2, LITTLE))
            .bytes();
    assertThat(decoder.decode(wav).clip().samples()).hasSize(TONE.length);
  }

  @Test
  void leavesOutALastFrameThatIsNotWhole() {
    byte[] wav =
        ChunkFile.wav()
            .format(1, 2, 16_000, 16)
            .chunk("data", new byte[] {0, 64, 0, 64, 1})
            .bytes();
    assertThat(decoder.decode(wav).clip().samples()).containsExactly(0.5f);
  }

  @Test
  void readsWhatTheWriterWrites() {
    AudioClip clip = new AudioClip(new float[] {0, 0.5f, -1, 1, 3, -3}, 22_050);
    AudioClip read = decoder.decode(WavWriter.encode(clip)).clip();
    float top = 32_767 / 32_768f;
    assertThat(read.samples()).containsExactly(0, 0.5f, -1, top, top, -1);
    assertThat(read.sampleRate()).isEqualTo(22_050);
  }
}
