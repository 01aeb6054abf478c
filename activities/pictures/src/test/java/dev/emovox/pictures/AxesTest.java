package dev.emovox.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxesTest {

  @Test
  void axesHaveRoundStepsThatReachTheLargestValue() {
    for (double largest : List.of(0.0007, 0.03, 0.999, 1.0, 1.01, 2.0, 4.9, 7.3, 99.0, 12_345.0)) {
      ValueAxis axis = ValueAxis.upTo(largest);

      assertThat(axis.top()).isGreaterThanOrEqualTo(largest * (1 - 1e-6));
      assertThat(axis.top() - axis.step()).isLessThan(largest);
      assertThat(axis.steps()).isBetween(2, 5);
    }
  }

  @Test
  void axesEndAboveTheLargestCount() {
    assertThat(CountAxis.upTo(0)).isEqualTo(new CountAxis(1, 1));
    assertThat(CountAxis.upTo(8)).isEqualTo(new CountAxis(9, 1));
    assertThat(CountAxis.upTo(9)).isEqualTo(new CountAxis(10, 2));
    assertThat(CountAxis.upTo(17)).isEqualTo(new CountAxis(20, 5));
    assertThat(CountAxis.upTo(1923)).isEqualTo(new CountAxis(2000, 500));
    assertThat(CountAxis.upTo(100_000)).isEqualTo(new CountAxis(120_000, 20_000));
  }
}
