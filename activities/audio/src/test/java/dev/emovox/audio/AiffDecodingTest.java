package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.decode.AudioDecoder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiffDecodingTest {
  private static final float[] TONE = Tones.sine(440, 16_000, 401, 0.5);

  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  private static byte[] plain() {
    byte[] samples = Tones.integers(TONE, 2, ByteOrder.BIG_ENDIAN);
    return ChunkFile.aiff("AIFF").common(1, TONE.length, 16, null).sound(samples).bytes();
  }

  @Test
  void readsPlainAiff() {
    DecodedAudio decoded = decoder.decode(plain());
    assertThat(decoded.clip().samples()).containsExactly(TONE, within(1e-4f));
    assertThat(decoded.format()).isEqualTo(new AudioFormat("aiff", 16_000, 1, 16, "pcm_s16be"));
  }

  @Test
  void goesByContentAndNotByName(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("speech.wav"), plain());
    assertThat(decoder.decode(file).format().container()).isEqualTo("aiff");
  }

  @ParameterizedTest
  @CsvSource({"NONE,2,pcm_s16be", "sowt,2,pcm_s16le", "NONE,3,pcm_s24be", "in32,4,pcm_s32be"})
  void readsCompressedFormsOfIntegers(String codec, int bytes, String encoding) {
    ByteOrder order = codec.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    byte[] aifc =
        ChunkFile.aiff("AIFC")
            .sound(Tones.integers(TONE, bytes, order))
            .common(1, TONE.length, 8 * bytes, codec)
            .bytes();
    DecodedAudio decoded = decoder.decode(aifc);
    assertThat(decoded.clip().samples()).containsExactly(TONE, within(1e-4f));
    assertThat(decoded.format().encoding()).isEqualTo(encoding);
  }

  @Test
  void readsFloats() {
    byte[] samples = Tones.floats(TONE, ByteOrder.BIG_ENDIAN);
    byte[] aifc = ChunkFile.aiff("AIFC").common(1, TONE.length, 32, "fl32").sound(samples).bytes();
    assertThat(decoder.decode(aifc).clip().samples()).containsExactly(TONE);
  }
}
