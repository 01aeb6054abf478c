package dev.emovox.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.domain.Estimate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void areTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Numbers.percent(0.8181)).isEqualTo("81.8 %");
      assertThat(Numbers.precisePercent(0.8181)).isEqualTo("81.81 %");
      assertThat(Numbers.percent(new Estimate(0.8, 0.75, 0.855)))
          .isEqualTo("80.0 % (95 % interval 75.0 to 85.5)");
      assertThat(Numbers.grouped(315_702_664)).isEqualTo("315\u202f702\u202f664");
      assertThat(Numbers.duration(3725)).isEqualTo("1 h 02 min");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void differencesHaveASign() {
    assertThat(Numbers.points(0.032)).isEqualTo("+3.2");
    assertThat(Numbers.points(-0.032)).isEqualTo("−3.2");
    assertThat(Numbers.points(-0.0001)).isEqualTo("+0.0");
    assertThat(Numbers.points(new Estimate(0, -0.05, 0.014))).isEqualTo("−5.0 to +1.4");
  }

  @Test
  void whatIsNoNumberIsADash() {
    assertThat(Numbers.loss(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
  }

  @Test
  void smallChancesAndSettingsAreReadable() {
    assertThat(Numbers.chance(0.0001)).isEqualTo("< 0.001");
    assertThat(Numbers.chance(0.0345)).isEqualTo("0.035");
    assertThat(Numbers.setting(1)).isEqualTo("1");
    assertThat(Numbers.setting(120)).isEqualTo("120");
    assertThat(Numbers.setting(0.0001)).isEqualTo("0.0001");
    assertThat(Numbers.size(5_240_000)).isEqualTo("5.2 MB");
  }
}
