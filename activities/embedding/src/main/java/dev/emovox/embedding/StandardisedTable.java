package dev.emovox.embedding;

import dev.emovox.domain.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with each column scaled to zero mean and unit variance (of the population). Columns that
 * do not vary tell nothing and are left out.
 *
 * @param rows one a clip
 * @param constantColumns numbers of the columns that were left out, from 0
 */
// Arrays on purpose: bulk numbers.
@SuppressWarnings("ArrayRecordComponent")
public record StandardisedTable(double[][] rows, List<Integer> constantColumns) {
  /** Fewer points make no map. */
  static final int FEWEST_ROWS = 3;

  public StandardisedTable {
    constantColumns = List.copyOf(constantColumns);
  }

  /**
   * Standardises a table.
   *
   * @param table one row a clip, all of equal length; is not changed
   * @throws InvalidInputException if there are fewer than three rows, rows of several lengths, a
   *     value that is not finite, or no column that varies
   */
  public static StandardisedTable of(double[][] table) {
    verify(table);
    List<double[]> columns = new ArrayList<>();
    List<Integer> constant = new ArrayList<>();
    for (int j = 0; j < table[0].length; j++) {
      double[] column = column(table, j);
      if (standardise(column)) {
        columns.add(column);
      } else {
        constant.add(j);
      }
    }
    if (columns.isEmpty()) {
      throw new InvalidInputException(
          "No feature differs between the clips, so there is nothing to draw; give clips that differ.");
    }
    return new StandardisedTable(rows(columns), constant);
  }

  private static void verify(double[][] table) {
    if (table.length < FEWEST_ROWS) {
      throw new InvalidInputException(
          "There are %d clips, and a map needs %d at least.".formatted(table.length, FEWEST_ROWS));
    }
    for (int i = 0; i < table.length; i++) {
      if (table[i].length != table[0].length) {
        throw new InvalidInputException(
            "Row %d of the feature table has %d values and row 0 has %d; they are of several feature sets."
                .formatted(i, table[i].length, table[0].length));
      }
      for (int j = 0; j < table[i].length; j++) {
        if (!Double.isFinite(table[i][j])) {
          throw new InvalidInputException(
              "Value %d in row %d of the feature table is %s, which no clip has; look at what made the table."
                  .formatted(j, i, table[i][j]));
        }
      }
    }
  }

  private static double[] column(double[][] table, int j) {
    double[] column = new double[table.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = table[i][j];
    }
    return column;
  }

  /** Scales in place; false for a column that varies by no more than rounding. */
  private static boolean standardise(double[] column) {
    double largest = 0;
    for (double value : column) {
      largest = Math.max(largest, Math.abs(value));
    }
    // Of values up to one, neither sums nor squares overflow.
    double unit = largest > 0 ? largest : 1;
    double sum = 0;
    for (double value : column) {
      sum += value / unit;
    }
    double mean = sum / column.length;
    double squares = 0;
    for (int i = 0; i < column.length; i++) {
      column[i] = column[i] / unit - mean;
      squares += column[i] * column[i];
    }
    double deviation = Math.sqrt(squares / column.length);
    for (int i = 0; i < column.length; i++) {
      column[i] /= deviation;
    }
    return deviation > 10 * Math.ulp(1.0);
  }

  private static double[][] rows(List<double[]> columns) {
    double[][] rows = new double[columns.get(0).length][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = columns.get(j)[i];
      }
    }
    return rows;
  }
}
