package dev.emovox.report.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.emovox.evaluation.McNemar;
import dev.emovox.report.data.PairedComparison;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonCollectionTest {

  private static PairedComparison pair(String name, double p) {
    return new PairedComparison("random", name, "other", new McNemar(1, 2, p), p, null);
  }

  /** Holm (1979): the smallest of three times three, the next times two, never below one before. */
  @Test
  void adjustsByHolmAndKeepsTheOrder() {
    List<PairedComparison> adjusted =
        ComparisonCollection.adjusted(
            List.of(pair("a", 0.04), pair("b", 0.01), pair("c", 0.03), pair("d", 0.9)));

    assertThat(adjusted).extracting(PairedComparison::first).containsExactly("a", "b", "c", "d");
    assertThat(adjusted.stream().mapToDouble(PairedComparison::adjustedPValue).toArray())
        .containsExactly(new double[] {0.09, 0.04, 0.09, 0.9}, Offset.offset(1e-12));
  }

  @Test
  void noProbabilityIsAboveOne() {
    assertThat(ComparisonCollection.adjusted(List.of(pair("a", 0.7), pair("b", 0.8))))
        .allMatch(pair -> pair.adjustedPValue() == 1);
  }
}
