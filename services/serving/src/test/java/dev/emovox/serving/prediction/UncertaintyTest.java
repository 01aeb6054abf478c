package dev.emovox.serving.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.emovox.domain.InvalidInputException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTest {
  private static final List<ClassScore> SCORES =
      List.of(new ClassScore("calm", 0.4, -1), new ClassScore("happy", 0.6, 1));

  private static Boolean below(double threshold) {
    return new Uncertainty(OptionalDouble.of(threshold)).of(SCORES);
  }

  @Test
  void theMostProbableClassDecides() {
    assertThat(below(0.61)).isTrue();
    assertThat(below(0.6)).isFalse();
    assertThat(below(0)).isFalse();
    assertThat(below(1)).isTrue();
  }

  @Test
  void nothingIsSaidUnlessAsked() {
    assertThat(new Uncertainty(OptionalDouble.empty()).of(SCORES)).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, 60, Double.NaN, Double.NEGATIVE_INFINITY})
  void whatIsNoProbabilityIsRefused(double threshold) {
    assertThatThrownBy(() -> below(threshold))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("EMOVOX_SERVING_UNCERTAIN_BELOW");
  }
}
