package dev.emovox.audio.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Single frames of every feature beside librosa 0.11; {@code
 * src/test/python/make_golden_features.py} made the values.
 */
class GoldenFramesTest {
  private static final double RELATIVE = 1e-3;

  static List<GoldenFrames> sounds() {
    return GoldenFrames.all();
  }

  @ParameterizedTest
  @MethodSource("sounds")
  void agreesWithLibrosa(GoldenFrames sound) {
    assertThat(sound.pairs())
        .hasSizeGreaterThan(500)
        .allSatisfy(pair -> assertThat(pair.relativeError()).as("%s", pair).isLessThan(RELATIVE));
  }
}
