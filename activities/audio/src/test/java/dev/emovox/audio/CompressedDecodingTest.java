package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.decode.AudioDecoder;
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

  @ParameterizedTest
  @CsvSource({
    "mono.mp3, mp3, 44100, 1, 0.475",
    "stereo_tagged.mp3, mp3, 44100, 2, 0.356",
    "mono22050.mp3, mp3, 22050, 1, 0.475"
  })
  // LAME scales what it is given by 0.95; FFmpeg decodes to the same levels.
  void readsWithLoss(String file, String codec, int rate, int channels, double level) {
    DecodedAudio decoded = decoder.decode(Tones.resource("tones/" + file));
    assertThat(decoded.format().container()).isEqualTo(codec);
    assertThat(decoded.format().sampleRate()).isEqualTo(rate);
    assertThat(decoded.format().channels()).isEqualTo(channels);
    assertThat(decoded.clip().seconds()).isBetween(0.25, 0.35);
    assertThat(amplitude(decoded.clip(), 440)).isCloseTo(level, within(0.005));
  }

  /** The amplitude of a sine in the middle tenth of a second. */
  private static double amplitude(AudioClip clip, double hertz) {
    int rate = clip.sampleRate();
    int start = clip.samples().length / 2 - rate / 20;
    int count = rate / 10;
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * hertz * i / rate;
      real += clip.samples()[start + i] * Math.cos(angle);
      imaginary += clip.samples()[start + i] * Math.sin(angle);
    }
    return 2 * Math.hypot(real, imaginary) / count;
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
