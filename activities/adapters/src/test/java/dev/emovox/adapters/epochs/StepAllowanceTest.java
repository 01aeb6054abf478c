package dev.emovox.adapters.epochs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepAllowanceTest {

  @Test
  void tenTimesTheLongestSoFarButAMinuteAtLeast() {
    StepAllowance allowance = new StepAllowance();
    assertThat(allowance.after(0.1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(allowance.after(90)).isEqualTo(Duration.ofMinutes(15));
    assertThat(allowance.after(1)).isEqualTo(Duration.ofMinutes(15));
  }
}
