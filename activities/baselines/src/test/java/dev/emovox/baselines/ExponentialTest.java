package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void isTheExponentialFunctionToTheLastDigits() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      double x = -random.nextDouble() * (i % 2 == 0 ? 5 : 708);
      double expected = StrictMath.exp(x);
      assertThat(Math.abs(Exponential.of(x) - expected) / expected)
          .as("of %s", x)
          .isLessThan(1e-15);
    }
  }

  @Test
  void theEndsAreExact() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
    assertThat(Exponential.of(-709)).isZero();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(Double.NaN)).isNaN();
  }
}
