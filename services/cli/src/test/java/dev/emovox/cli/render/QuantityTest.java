package dev.emovox.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 0.0 s",
    "0.44, 0.4 s",
    "9.94, 9.9 s",
    "9.96, 10 s",
    "59.4, 59 s",
    "59.6, 1 min 00 s",
    "185, 3 min 05 s",
    "3599.7, 1 h 00 min",
    "7620, 2 h 07 min"
  })
  void durations(double seconds, String text) {
    assertThat(Quantity.duration(seconds)).isEqualTo(text);
  }

  @Test
  void sharesCountsAndRates() {
    assertThat(Quantity.percent(new Estimate(0.818, 0.79, 0.844))).isEqualTo("81.8 % [79.0, 84.4]");
    assertThat(Quantity.count(1, "clip")).isEqualTo("1 clip");
    assertThat(Quantity.count(0, "clip")).isEqualTo("0 clips");
    assertThat(Quantity.rate(3.24)).isEqualTo("3.2");
    assertThat(Quantity.rate(310.4)).isEqualTo("310");
  }

  @Test
  void bytes() {
    assertThat(Quantity.bytes(1)).isEqualTo("1 byte");
    assertThat(Quantity.bytes(999)).isEqualTo("999 bytes");
    assertThat(Quantity.bytes(1500)).isEqualTo("1.5 kB");
    assertThat(Quantity.bytes(1_262_864_444)).isEqualTo("1262.9 MB");
  }
}
