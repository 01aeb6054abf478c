package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.audio.decode.AudioDecoder;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damages files at random (with a fixed seed): only the one exception may come out, and soon. */
class MutationTest {
  private static final int MUTATIONS = 2000;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};

  private final AudioDecoder decoder =
      new AudioDecoder(new DecodeLimits(10_000_000, 60, 384_000, 64));

  static Stream<Arguments> files() {
    float[] tone = Tones.sine(440, 16_000, 300, 0.5);
    byte[] wav =
        ChunkFile.wav()
            .chunk("FLLR", new byte[21])
            .format(1, 2, 16_000, 16)
            .chunk("data", Tones.integers(tone, 2, ByteOrder.LITTLE_ENDIAN))
            .bytes();
    byte[] aiff =
        ChunkFile.aiff("AIFC")
            .common(1, tone.length, 32, "fl32")
            .sound(Tones.floats(tone, ByteOrder.BIG_ENDIAN))
            .bytes();
    return Stream.concat(
        Stream.of(Arguments.of("wav", wav), Arguments.of("aiff", aiff)),
        Stream.of("mono16.flac", "stereo24.flac", "mono.mp3", "stereo_tagged.mp3")
            .map(name -> Arguments.of(name, Tones.resource("tones/" + name))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void onlyUnusableAudioComesOut(String name, byte[] intact) {
    Random random = new Random(20_260_101);
    int[] refused = {0};
    Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            refused[0] += refuses(mutate(intact, random)) ? 1 : 0;
          }
        });
    assertThat(refused[0]).as(name).isBetween(MUTATIONS / 20, MUTATIONS);
  }

  private boolean refuses(byte[] content) {
    try {
      decoder.decode(content);
      return false;
    } catch (UnusableAudioException e) {
      assertThat(e.getMessage()).isNotBlank();
      return true;
    }
  }

  private static byte[] mutate(byte[] intact, Random random) {
    byte[] content = intact.clone();
    if (random.nextInt(8) == 0) {
      content = Arrays.copyOf(content, random.nextInt(content.length));
    }
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && content.length > 0; i++) {
      // Headers are small and most of the logic, so half of the changes fall on them.
      int reach = random.nextBoolean() ? Math.min(100, content.length) : content.length;
      int place = random.nextInt(reach);
      content[place] =
          random.nextBoolean()
              ? EXTREMES[random.nextInt(EXTREMES.length)]
              : (byte) (content[place] ^ 1 << random.nextInt(8));
    }
    return content;
  }
}
