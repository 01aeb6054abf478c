package dev.emovox.finetuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassDistributionTest {

  @Test
  void isTheLogarithmOfSoftmax() {
    ClassDistribution distribution = ClassDistribution.of(new double[] {0, Math.log(3)});
    assertThat(distribution.probabilities().get(0)).isCloseTo(0.25, within(1e-15));
    assertThat(distribution.crossEntropy(1)).isCloseTo(-Math.log(0.75), within(1e-15));
    assertThat(distribution.likeliest()).isEqualTo(1);
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    ClassDistribution distribution = ClassDistribution.of(new double[] {-2000, 3000, 3000});
    assertThat(distribution.likeliest()).isEqualTo(1);
    assertThat(distribution.crossEntropy(0)).isCloseTo(5000 + Math.log(2), within(1e-9));
    assertThat(distribution.probabilities()).containsExactly(0.0, 0.5, 0.5);
  }
}
