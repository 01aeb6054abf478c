package dev.emovox.serving.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerShareTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9})
  void holdsAboutThatShareOfAllCallers(double share) {
    assertThat(included(share).size() / (double) MANY).isCloseTo(share, within(0.015));
  }

  @Test
  void holdsNobodyOrEverybodyAtTheEnds() {
    assertThat(included(0)).isEmpty();
    assertThat(included(1)).hasSize(MANY);
  }

  @Test
  void keepsWhoeverIsInASmallerShare() {
    assertThat(included(0.3)).containsAll(included(0.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void isNoShareBeyondTheEnds(double share) {
    assertThatThrownBy(() -> new CallerShare(share)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> included(double share) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> "key app-" + i)
        .filter(new CallerShare(share)::includes)
        .toList();
  }
}
