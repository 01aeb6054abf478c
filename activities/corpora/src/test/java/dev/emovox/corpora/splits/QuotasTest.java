package dev.emovox.corpora.splits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotasTest {
  private final SeededOrder order = new SeededOrder(42);

  @Test
  void givesTheRemainderToTheLargestFractions() {
    // 10 of 67: 4.48, 3.43 and 2.09.
    assertThat(Quotas.of(Map.of("a", 30, "b", 23, "c", 14), 10, order))
        .isEqualTo(Map.of("a", 5, "b", 3, "c", 2));
  }

  @Test
  void alwaysGivesAllDraws() {
    for (int draws = 0; draws <= 24; draws++) {
      Map<String, Integer> quotas = Quotas.of(Map.of("a", 8, "b", 8, "c", 8), draws, order);
      assertThat(quotas.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(draws);
      assertThat(quotas.values()).allMatch(quota -> quota <= 8);
    }
  }
}
