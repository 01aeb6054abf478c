package dev.emovox.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.emovox.settings.SnakeCaseJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scipy; src/test/python/golden.py made the values. */
class GoldenTest {
  private static final double CLOSE = 1e-12;

  record Golden(
      List<Homogeneous> homogeneity,
      List<Case> cases,
      List<List<Double>> kolmogorov,
      List<Counts> counts) {}

  record Homogeneous(List<Long> first, List<Long> second, double probability) {}

  record Case(
      String name,
      List<Double> reference,
      List<Double> window,
      double statistic,
      double probability,
      double stability) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Counts(List<Long> reference, List<Long> window, double stability) {}

  private static Golden golden() throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream("golden.json")) {
      return new SnakeCaseJson().read(in.readAllBytes(), Golden.class);
    }
  }

  static Stream<Case> cases() throws IOException {
    return golden().cases().stream();
  }

  private static Sample sample(List<Double> values) {
    return Sample.of(values.stream().mapToDouble(Double::doubleValue));
  }

  private static long[] array(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void measuresAsScipyDoes(Case golden) {
    Sample reference = sample(golden.reference());
    Sample window = sample(golden.window());
    KolmogorovSmirnov test = KolmogorovSmirnov.of(reference, window);
    assertThat(test.statistic()).isCloseTo(golden.statistic(), within(CLOSE));
    assertThat(test.probability()).isCloseTo(golden.probability(), within(CLOSE));
    assertThat(Distribution.of(reference).stability(window))
        .isCloseTo(golden.stability(), within(CLOSE));
    assertThat(KolmogorovSmirnov.of(window, reference)).isEqualTo(test);
  }

  @Test
  void knowsKolmogorovsDistribution() throws IOException {
    for (List<Double> point : golden().kolmogorov()) {
      assertThat(KolmogorovSmirnov.survival(point.get(0)))
          .as("at %s", point.get(0))
          .isCloseTo(point.get(1), within(CLOSE));
    }
  }

  @Test
  void comparesCounts() throws IOException {
    for (Counts counts : golden().counts()) {
      assertThat(PopulationStability.of(array(counts.reference()), array(counts.window())))
          .isCloseTo(counts.stability(), within(CLOSE));
    }
  }

  @Test
  void comparesClasses() throws IOException {
    for (Homogeneous golden : golden().homogeneity()) {
      double probability = Homogeneity.probability(array(golden.first()), array(golden.second()));
      assertThat(probability)
          .as("%s and %s", golden.first(), golden.second())
          .isCloseTo(golden.probability(), withinPercentage(1e-8));
    }
    assertThat(Homogeneity.probability(new long[] {7, 0}, new long[] {3, 0})).isEqualTo(1);
  }
}
