package dev.emovox.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.audio.decode.AudioDecoder;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.LoudnessScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with librosa 0.11; {@code src/test/python/make_golden_features.py} made the values. */
class FeatureExtractorGoldenTest {
  private static final double RELATIVE = 1e-4;

  /** What coefficients next to zero may differ by, against ones in the hundreds. */
  private static final double ABSOLUTE = 1e-4;

  private final FeatureSettings settings = withoutUnitLength();
  private final FeatureExtractor extractor = new FeatureExtractor(settings);
  private final AudioDecoder decoder = new AudioDecoder(DecodeLimits.standard());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chirp_16000",
        "bursts_16000",
        "vowel_16000_long",
        "vowel_8000",
        "vowel_24414",
        "vowel_44100",
        "bursts_48000"
      })
  void agreesWithLibrosa(String sound) {
    AudioClip clip = decoder.decode(Tones.resource("golden/" + sound + ".wav")).clip();
    double[] vector = extractor.vector(clip);
    List<String> golden =
        new String(Tones.resource("golden/" + sound + ".txt"), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(golden).hasSameSizeAs(extractor.names());
    for (int i = 0; i < vector.length; i++) {
      String[] nameAndValue = golden.get(i).split(" ", 2);
      double expected = Double.parseDouble(nameAndValue[1]);
      assertThat(extractor.names().get(i)).isEqualTo(nameAndValue[0]);
      assertThat(vector[i])
          .as(nameAndValue[0])
          .isCloseTo(expected, within(ABSOLUTE + RELATIVE * Math.abs(expected)));
    }
  }

  private static FeatureSettings withoutUnitLength() {
    return new FeatureSettings(
        "paper",
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
        List.of(),
        Optional.of(LoudnessScope.WHOLE),
        Optional.empty(),
        Optional.empty());
  }
}
