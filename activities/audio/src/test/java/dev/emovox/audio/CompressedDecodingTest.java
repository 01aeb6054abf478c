package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressedDecodingTest {
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  @ParameterizedTest
  @CsvSource({
    "mono16.flac, 16000, 1, 16, 0.5",
    "stereo24.flac, 48000, 2, 24, 0.375",
    "stereo16_midside.flac, 44100, 2, 16, 0.375"
  })
  void readsFlacWithoutLoss(String file, int rate, int channels, int bits, double level) {
    DecodedAudio decoded = decoder.decode(Tones.resource("tones/" + file));
    float[] expected = Tones.sine(440, rate, rate / 4, level);
    assertThat(decoded.clip().samples()).containsExactly(expected, within(1e-4f));
    assertThat(decoded.format()).isEqualTo(new AudioFormat("flac", rate, channels, bits, "flac"));
  }

  @Test
  void readsFlacAfterATag() {
    byte[] flac = Tones.resource("tones/mono16.flac");
    byte[] tagged = new byte[flac.length + 15];
    System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 5}, 0, tagged, 0, 10);
    System.arraycopy(flac, 0, tagged, 15, flac.length);
    assertThat(decoder.decode(tagged).clip().samples()).hasSize(4000);
  }
}
