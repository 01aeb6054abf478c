package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.audio.UnusableAudioException.Reason;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioDecoderTest {
  private static final byte[] TONE =
      Tones.integers(Tones.sine(440, 16_000, 400, 0.5), 2, ByteOrder.LITTLE_ENDIAN);

  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  private void assertRefused(byte[] content, Reason reason) {
    assertThatThrownBy(() -> decoder.decode(content))
        .isInstanceOfSatisfying(
            UnusableAudioException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static byte[] wav() {
    return ChunkFile.wav().format(1, 1, 16_000, 16).chunk("data", TONE).bytes();
  }

  @Test
  void emptyBytesAndEmptyContainers() {
    assertRefused(new byte[0], Reason.EMPTY);
    assertRefused(
        ChunkFile.wav().format(1, 1, 16_000, 16).chunk("data", new byte[0]).bytes(), Reason.EMPTY);
    assertRefused(ChunkFile.aiff("AIFF").common(1, 0, 16, null).bytes(), Reason.EMPTY);
  }

  @Test
  void bytesThatAreNotAudio() {
    assertRefused("Speaker,Age\n1001,51\n".getBytes(StandardCharsets.UTF_8), Reason.NOT_AUDIO);
    assertRefused(new byte[] {1}, Reason.NOT_AUDIO);
    assertRefused("RIFF0000AVI LIST".getBytes(StandardCharsets.UTF_8), Reason.NOT_AUDIO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tones/aac.m4a", "tones/opus.ogg", "tones/mono.ogg"})
  void soundThatIsNotDecoded(String file) {
    assertRefused(Tones.resource(file), Reason.UNSUPPORTED);
  }

  @Test
  void codecsThatAreNotDecoded() {
    assertRefused(
        ChunkFile.wav().format(0x11, 1, 16_000, 4).chunk("data", TONE).bytes(), Reason.UNSUPPORTED);
    assertRefused(
        ChunkFile.aiff("AIFC").common(1, 9, 16, "ima4").sound(TONE).bytes(), Reason.UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 30, 40, 50, 300})
  void wavCutAnywhere(int bytes) {
    assertRefused(Arrays.copyOf(wav(), bytes), Reason.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 45, 200, 1000})
  void flacCutAnywhere(int bytes) {
    assertRefused(Arrays.copyOf(Tones.resource("tones/mono16.flac"), bytes), Reason.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 100, 700, 2000})
  void mp3CutAnywhere(int bytes) {
    assertRefused(Arrays.copyOf(Tones.resource("tones/mono.mp3"), bytes), Reason.TRUNCATED);
  }

  @Test
  void aiffCutInItsSound() {
    byte[] aiff = ChunkFile.aiff("AIFF").common(1, 400, 16, null).sound(TONE).bytes();
    assertRefused(Arrays.copyOf(aiff, aiff.length - 100), Reason.TRUNCATED);
    assertRefused(
        ChunkFile.aiff("AIFF").common(1, 4_000_000_000L, 16, null).sound(TONE).bytes(),
        Reason.CORRUPT);
  }

  @ParameterizedTest
  @CsvSource({"0,16000,16,2", "1,0,16,2", "1,16000,0,2", "1,16000,16,3", "2,16000,16,2"})
  void impossibleHeaders(int channels, int rate, int bits, int blockAlign) {
    byte[] wav =
        ChunkFile.wav().format(1, channels, rate, bits, blockAlign).chunk("data", TONE).bytes();
    assertRefused(wav, Reason.CORRUPT);
  }

  @ParameterizedTest
  @CsvSource({"65,16000", "1,384001", "1,-2147483648"})
  void moreThanTheLimits(int channels, int rate) {
    assertRefused(
        ChunkFile.wav().format(1, channels, rate, 16).chunk("data", TONE).bytes(),
        Reason.TOO_LARGE);
  }

  @Test
  void filesBeyondTheLimits() {
    AudioDecoder strict = new AudioDecoder(new DecodeLimits(800, 0.01, 48_000, 1));
    assertThatThrownBy(() -> strict.decode(wav()))
        .extracting(e -> ((UnusableAudioException) e).reason())
        .isEqualTo(Reason.TOO_LARGE);
    byte[] small = ChunkFile.wav().format(1, 1, 16_000, 16).chunk("data", new byte[400]).bytes();
    assertThatThrownBy(() -> strict.decode(small))
        .extracting(e -> ((UnusableAudioException) e).reason())
        .isEqualTo(Reason.TOO_LONG);
  }

  @Test
  void silence() {
    assertRefused(
        ChunkFile.wav().format(1, 1, 16_000, 16).chunk("data", new byte[400]).bytes(),
        Reason.SILENT);
  }

  @Test
  void numbersThatAreNoSound() {
    byte[] data = Tones.floats(new float[] {0.1f, Float.NaN, 0.2f}, ByteOrder.LITTLE_ENDIAN);
    assertRefused(
        ChunkFile.wav().format(3, 1, 16_000, 32).chunk("data", data).bytes(), Reason.CORRUPT);
  }

  @Test
  void flippedBitInFlac() {
    byte[] flac = Tones.resource("tones/mono16.flac");
    flac[flac.length - 200] ^= 4;
    assertRefused(flac, Reason.CORRUPT);
  }

  @Test
  void flacWhoseMd5IsOfOtherSamples() {
    byte[] flac = Tones.resource("tones/mono16.flac");
    flac[30] ^= 1;
    assertRefused(flac, Reason.CORRUPT);
  }

  @Test
  void namesTheFile(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("odd.wav"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> decoder.decode(file))
        .isInstanceOf(UnusableAudioException.class)
        .hasMessageContaining("odd.wav");
    assertThatThrownBy(() -> decoder.decode(folder.resolve("none.wav")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.wav");
  }

  @Test
  void tellsSoundByItsFirstBytes() {
    for (String file :
        new String[] {"mono16.flac", "aac.m4a", "opus.ogg", "mono.mp3", "mono.ogg"}) {
      byte[] head = Arrays.copyOf(Tones.resource("tones/" + file), 16);
      assertThat(AudioDecoder.looksLikeAudio(head)).as(file).isTrue();
    }
    assertThat(AudioDecoder.looksLikeAudio(wav())).isTrue();
    assertThat(AudioDecoder.looksLikeAudio(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}))
        .isFalse();
    assertThat(AudioDecoder.looksLikeAudio(new byte[0])).isFalse();
    assertThat(AudioDecoder.looksLikeAudio("# README".getBytes(StandardCharsets.UTF_8))).isFalse();
  }
}
