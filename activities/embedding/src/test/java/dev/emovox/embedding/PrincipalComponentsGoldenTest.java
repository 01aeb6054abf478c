package dev.emovox.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against scikit-learn; {@code src/test/python/make_golden_components.py} makes the values. */
class PrincipalComponentsGoldenTest {
  private static final int ROWS = 60;
  private static final int COLUMNS = 9;
  private static final int CONSTANT = 3;

  private static List<String[]> golden;
  private static StandardisedTable table;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        PrincipalComponentsGoldenTest.class.getResourceAsStream("/golden/components.txt")) {
      golden =
          new String(in.readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .map(line -> line.split(" "))
              .toList();
    }
    double[][] values = new double[ROWS][COLUMNS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        values[i][j] =
            j == CONSTANT
                ? 5
                : StrictMath.sin(0.37 * (i + 1) * (j + 1))
                    + 0.1 * ((7 * i + 3 * j) % 11)
                    + 0.01 * i * j;
      }
    }
    table = StandardisedTable.of(values);
  }

  private static double[][] rows(String name) {
    return golden.stream()
        .filter(words -> words[0].equals(name))
        .map(words -> Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static void assertClose(double[][] actual, double[][] expected) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).containsExactly(expected[i], within(1e-9));
    }
  }

  @Test
  void componentsAreTheirs() {
    PrincipalComponents components = PrincipalComponents.of(table, 3);

    assertClose(new double[][] {components.shares()}, rows("shares"));
    assertClose(components.weights(), rows("weights"));
    assertClose(components.coordinates(), rows("coordinates"));
  }

  @Test
  void theColumnThatDoesNotVaryIsLeftOut() {
    assertThat(table.constantColumns()).containsExactly(CONSTANT);
    assertThat(table.rows()[0]).hasSize(COLUMNS - 1);
  }

  @Test
  void sharesOfAllComponentsAddUpToOne() {
    double[] shares = PrincipalComponents.of(table, 100).shares();

    assertThat(shares).hasSize(COLUMNS - 1);
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void trustworthinessIsTheirs() {
    double[][] map = PrincipalComponents.of(table, 2).coordinates();

    for (double[] row : rows("trustworthiness")) {
      assertThat(MapQuality.trustworthiness(table.rows(), map, (int) row[0]))
          .isCloseTo(row[1], within(1e-12));
    }
  }
}
