package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.augmentation.Augmentation;
import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.ClipVersion;
import dev.emovox.domain.FeatureSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the paper's seven versions with librosa 0.11; {@code
 * src/test/python/make_golden_versions.py} made the values.
 *
 * <p>The original, the stretched and the pre-emphasised versions agree like the features
 * themselves. Shifted ones went through two designs of resampling filter: librosa's passes a little
 * more just below the Nyquist frequency, which the highest band of contrast shows most, because its
 * valleys lie there, 30 to 40 dB below its peaks. Noise is another sample of the same distribution.
 */
class VersionsGoldenTest {
  private static final int VALUES = 59;

  private final FeatureExtractor extractor = new FeatureExtractor(withoutUnitLength());
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  /** What values of a version may differ by, over a relative 1e-5. */
  private record Tolerance(double mfcc, double chroma, double contrast) {
    static Tolerance of(ClipVersion version) {
      if (version instanceof ClipVersion.PitchShift) {
        return new Tolerance(0.6, 0.02, 4);
      }
      return version instanceof ClipVersion.WhiteNoise
          ? new Tolerance(1.2, 0.03, 0.8)
          : new Tolerance(1e-4, 1e-5, 1e-4);
    }

    double at(int place) {
      return place < 40 ? mfcc : place < 52 ? chroma : contrast;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chirp_16000", "bursts_16000", "vowel_16000_long"})
  void featuresAgreeWithLibrosa(String sound) {
    double[] vector = extractor.vector(clip(sound));
    List<String> golden = lines(sound + ".versions.txt");
    assertThat(golden).hasSameSizeAs(extractor.names()).hasSize(7 * VALUES);
    for (int i = 0; i < vector.length; i++) {
      String[] nameAndValue = golden.get(i).split(" ", 2);
      double expected = Double.parseDouble(nameAndValue[1]);
      double tolerance = Tolerance.of(ClipVersion.paper().get(i / VALUES)).at(i % VALUES);
      assertThat(extractor.names().get(i)).isEqualTo(nameAndValue[0]);
      assertThat(vector[i])
          .as(nameAndValue[0])
          .isCloseTo(expected, within(tolerance + 1e-5 * Math.abs(expected)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chirp_16000", "bursts_16000", "vowel_16000_long"})
  void waveformsAgreeWithLibrosa(String sound) {
    AudioClip clip = clip(sound);
    AudioClip loud = clip.scaled(1 / level(clip.samples()));
    List<float[]> versions =
        ClipVersion.paper().stream()
            .map(version -> Augmentation.of(version).apply(loud.samples(), loud.sampleRate(), 1))
            .toList();
    for (String line : lines(sound + ".samples.txt")) {
      String[] words = line.split(" ", 3);
      int version = Integer.parseInt(words[0]) - 1;
      float[] made = versions.get(version);
      if (words[1].equals("length")) {
        assertThat(made).hasSize(Integer.parseInt(words[2]));
      } else {
        boolean shifted = ClipVersion.paper().get(version) instanceof ClipVersion.PitchShift;
        assertThat((double) made[Integer.parseInt(words[1])])
            .as(line)
            .isCloseTo(Double.parseDouble(words[2]), within(shifted ? 0.1 : 1e-6));
      }
    }
  }

  private AudioClip clip(String sound) {
    return decoder.decode(Tones.resource("golden/" + sound + ".wav")).clip();
  }

  private static double level(float[] samples) {
    double squares = 0;
    for (float sample : samples) {
      squares += (double) sample * sample;
    }
    return Math.sqrt(squares / samples.length);
  }

  private static List<String> lines(String name) {
    return new String(Tones.resource("golden/" + name), StandardCharsets.UTF_8).lines().toList();
  }

  private static FeatureSettings withoutUnitLength() {
    return new FeatureSettings(
        "versions",
        16_000,
        3.0,
        true,
        1.0,
        2048,
        512,
        40,
        128,
        12,
        6,
        false,
        ClipVersion.paper(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
