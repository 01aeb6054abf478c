package dev.emovox.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.emovox.domain.InvalidInputException;
import org.junit.jupiter.api.Test;

class StandardisedTableTest {

  private static void assertRefused(String reason, double[][] table) {
    assertThatThrownBy(() -> StandardisedTable.of(table))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void columnsHaveZeroMeanAndUnitVariance() {
    double[][] rows = StandardisedTable.of(new double[][] {{1, 8}, {2, 6}, {3, 7}, {6, 7}}).rows();

    for (int j = 0; j < 2; j++) {
      double sum = 0;
      double squares = 0;
      for (double[] row : rows) {
        sum += row[j];
        squares += row[j] * row[j];
      }
      assertThat(sum).isCloseTo(0, within(1e-12));
      assertThat(squares / rows.length).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void hugeValuesDoNotOverflow() {
    double[][] rows = StandardisedTable.of(new double[][] {{1e308}, {-1e308}, {0}}).rows();

    assertThat(rows[0][0]).isCloseTo(Math.sqrt(1.5), within(1e-12));
  }

  @Test
  void badTablesAreRefused() {
    assertRefused("2 clips", new double[][] {{1}, {2}});
    assertRefused("0 clips", new double[][] {});
    assertRefused("Value 1 in row 2", new double[][] {{1, 2}, {2, 3}, {3, Double.NaN}});
    assertRefused("Infinity", new double[][] {{1, 2}, {2, 3}, {Double.POSITIVE_INFINITY, 1}});
    assertRefused("several feature sets", new double[][] {{1, 2}, {2}, {3, 4}});
    assertRefused("nothing to draw", new double[][] {{0.1, 7}, {0.1, 7}, {0.1, 7}});
    assertRefused("nothing to draw", new double[][] {{}, {}, {}});
  }

  @Test
  void tooManyColumnsAreRefused() {
    double[][] wide = new double[3][PrincipalComponents.MOST_COLUMNS + 1];
    for (int j = 0; j < wide[0].length; j++) {
      wide[1][j] = j + 1;
    }
    StandardisedTable table = StandardisedTable.of(wide);

    assertThatThrownBy(() -> PrincipalComponents.of(table, 2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("2001 columns");
  }
}
