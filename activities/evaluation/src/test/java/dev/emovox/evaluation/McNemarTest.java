package dev.emovox.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {
  private final Golden golden = new Golden();

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0,1",
    "1,0",
    "3,9",
    "9,3",
    "7,7",
    "12,13",
    "40,71",
    "500,640",
    "0,900",
    "20000,20500"
  })
  void probabilitiesAreThoseOfStatsmodels(int onlyFirst, int onlySecond) {
    double expected = golden.score("mcnemar.%d.%d".formatted(onlyFirst, onlySecond));
    assertThat(McNemar.exact(onlyFirst, onlySecond).pValue())
        .isCloseTo(expected, withinPercentage(1e-7));
  }

  @Test
  void clipsThatOneModelHasRightAreCounted() {
    McNemar test = McNemar.of(PairedClips.of(Golden.clips(), Golden.second()));
    assertThat(test.onlyFirst()).isEqualTo((int) golden.score("only_first"));
    assertThat(test.onlySecond()).isEqualTo((int) golden.score("only_second"));
    assertThat(test.pValue()).isCloseTo(golden.score("p_value"), withinPercentage(1e-9));
  }

  @Test
  void aModelDoesNotDifferFromItself() {
    McNemar test = McNemar.of(PairedClips.of(Golden.clips(), Golden.clips()));
    assertThat(test).isEqualTo(new McNemar(0, 0, 1));
  }

  /** Two billion clips must not overflow, nor take their time. */
  @Test
  void anyCountsGiveAProbability() {
    assertThat(McNemar.exact(0, Integer.MAX_VALUE).pValue()).isZero();
    assertThat(McNemar.exact(1, Integer.MAX_VALUE).pValue()).isZero();
    assertThat(McNemar.exact(Integer.MAX_VALUE, Integer.MAX_VALUE).pValue()).isOne();
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(-1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> McNemar.exact(3, -1));
  }
}
