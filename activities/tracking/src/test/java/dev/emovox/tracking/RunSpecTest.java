package dev.emovox.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSpecTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "it's", "a\"b", "a`b", "a\\b", "line\nfeed", "ümlaut"})
  void refusesKeysThatCantStandInAFilter(String key) {
    assertThatThrownBy(() -> RunSpec.of("experiment", key, "name"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesKeysOfRunsAndModels() {
    assertThat(RunSpec.of("e", "emovox-1/speaker-disjoint/random forest", "n").key())
        .isEqualTo("emovox-1/speaker-disjoint/random forest");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesMetricsThatAreNoNumbers(double value) {
    assertThatThrownBy(() -> new RunMetric("loss", value, Instant.EPOCH, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("loss");
  }
}
