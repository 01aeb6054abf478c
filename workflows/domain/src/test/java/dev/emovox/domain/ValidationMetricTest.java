package dev.emovox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValidationMetricTest {
  @ParameterizedTest
  @EnumSource(value = ValidationMetric.class, mode = EnumSource.Mode.EXCLUDE, names = "LOSS")
  void ofAShareMoreIsBetter(ValidationMetric metric) {
    assertThat(metric.goodness(scores(0.75))).isEqualTo(0.75);
  }

  @Test
  void ofALossLessIsBetter() {
    assertThat(ValidationMetric.LOSS.goodness(scores(0.75))).isEqualTo(-0.75);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotANumberIsWorseThanAllElse(ValidationMetric metric) {
    assertThat(metric.goodness(scores(Double.NaN))).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  private static ValidationScores scores(double all) {
    return new ValidationScores(all, all, all, all, all);
  }
}
