package dev.emovox.embedding;

import java.util.Arrays;

/**
 * Squared Euclidean distances between the rows of a table. It is kept by columns, so that the
 * distances of one row to all others are computed several at a time. Immutable.
 */
public final class Distances {
  private final double[][] rows;
  private final double[][] columns;

  /** Distances between rows of equal length, which are not copied. */
  public Distances(double[][] rows) {
    this.rows = rows;
    this.columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
  }

  /** Number of rows. */
  public int size() {
    return rows.length;
  }

  /** Writes the squared distance of a row to each row, itself included, to {@code squares}. */
  public void from(int row, double[] squares) {
    Arrays.fill(squares, 0);
    for (int j = 0; j < columns.length; j++) {
      double[] column = columns[j];
      double value = rows[row][j];
      for (int i = 0; i < column.length; i++) {
        double difference = column[i] - value;
        squares[i] += difference * difference;
      }
    }
  }
}
