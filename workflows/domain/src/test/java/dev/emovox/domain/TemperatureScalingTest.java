package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureScalingTest {
  private static final CalibrationScores SCORES = new CalibrationScores(1, 0.1);

  private static TemperatureScaling at(double temperature) {
    return new TemperatureScaling(temperature, 100, SCORES, SCORES);
  }

  @Test
  void logitsAreDividedByTheTemperature() {
    double[] logits = {StrictMath.log(16), StrictMath.log(4), 0};
    // The square roots of 16, 4 and 1 are 4, 2 and 1.
    assertThat(at(2).probabilities(logits))
        .containsExactly(new double[] {4 / 7.0, 2 / 7.0, 1 / 7.0}, within(1e-15));
    assertThat(at(1).probabilities(logits))
        .containsExactly(new double[] {16 / 21.0, 4 / 21.0, 1 / 21.0}, within(1e-15));
    assertThat(logits[2]).isZero();
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    assertThat(at(TemperatureScaling.LOWEST).probabilities(new double[] {1e300, -1e300}))
        .containsExactly(1, 0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {TemperatureScaling.LOWEST, 0.7, 1, 3, TemperatureScaling.HIGHEST})
  void theOrderOfTheClassesStays(double temperature) {
    Random random = new Random(3);
    for (int trial = 0; trial < 1_000; trial++) {
      double[] logits = random.doubles(5, -30, 30).toArray();
      double[] probabilities = at(temperature).probabilities(logits);
      assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-12));
      assertThat(largest(probabilities)).isEqualTo(largest(logits));
    }
  }

  private static int largest(double[] values) {
    return IntStream.range(0, values.length)
        .reduce((a, b) -> values[b] > values[a] ? b : a)
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.049, 20.1, Double.NaN, Double.POSITIVE_INFINITY})
  void otherTemperaturesAreRefused(double temperature) {
    assertThatIllegalArgumentException().isThrownBy(() -> at(temperature));
  }

  @Test
  void scoresAreWithinTheirRanges() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationScores(-0.1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationScores(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationScores(0, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationScores(0, Double.NaN));
  }
}
