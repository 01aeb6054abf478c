package dev.emovox.embedding;

import dev.emovox.domain.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Principal components (Pearson 1901; Hotelling 1933) by the eigenvectors of the covariance matrix.
 * The sign of a component, which is free, is such that its largest weight by amount is positive; of
 * equal ones, the first.
 *
 * @param coordinates one row a clip, one value a component, in the units of the table
 * @param shares the part of the table's whole variance that each component explains
 * @param weights one row a component: of unit length, a value for each column of the table
 */
@SuppressWarnings("ArrayRecordComponent")
public record PrincipalComponents(double[][] coordinates, double[] shares, double[][] weights) {
  /** The decomposition takes the cube of this in time. */
  static final int MOST_COLUMNS = 2000;

  /**
   * The first components of a table.
   *
   * @param table standardised; is not changed
   * @param count how many; all if the table has fewer columns
   * @throws InvalidInputException if there are more than 2000 columns
   */
  public static PrincipalComponents of(StandardisedTable table, int count) {
    double[][] rows = table.rows();
    if (rows[0].length > MOST_COLUMNS) {
      throw new InvalidInputException(
          "The feature table has %d columns, and principal components are computed of at most %d; choose a smaller feature set."
              .formatted(rows[0].length, MOST_COLUMNS));
    }
    double[][] covariance = covariance(rows);
    double variance =
        IntStream.range(0, covariance.length).mapToDouble(i -> covariance[i][i]).sum();
    SymmetricEigen.Decomposition eigen = SymmetricEigen.of(covariance);
    int kept = Math.min(count, rows[0].length);
    double[][] weights = Arrays.copyOf(eigen.vectors(), kept);
    Arrays.stream(weights).forEach(PrincipalComponents::fixSign);
    double[] shares =
        Arrays.stream(eigen.values())
            .limit(kept)
            .map(value -> Math.max(0, value) / variance)
            .toArray();
    return new PrincipalComponents(project(rows, weights), shares, weights);
  }

  /** Of columns whose mean is zero. */
  private static double[][] covariance(double[][] rows) {
    int width = rows[0].length;
    double[][] sums = new double[width][width];
    // Rows of the result are independent, so the order of every sum is the same with any cores.
    IntStream.range(0, width)
        .parallel()
        .forEach(
            i -> {
              for (double[] row : rows) {
                double factor = row[i];
                for (int j = 0; j < width; j++) {
                  sums[i][j] += factor * row[j];
                }
              }
              for (int j = 0; j < width; j++) {
                sums[i][j] /= rows.length - 1;
              }
            });
    return sums;
  }

  private static void fixSign(double[] weights) {
    int largest = 0;
    for (int i = 1; i < weights.length; i++) {
      // Amounts that differ by rounding alone are equal.
      if (Math.abs(weights[i]) > Math.abs(weights[largest]) * (1 + 1e-9)) {
        largest = i;
      }
    }
    if (weights[largest] < 0) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = -weights[i];
      }
    }
  }

  private static double[][] project(double[][] rows, double[][] weights) {
    double[][] coordinates = new double[rows.length][weights.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < weights.length; k++) {
        for (int j = 0; j < rows[i].length; j++) {
          coordinates[i][k] += rows[i][j] * weights[k][j];
        }
      }
    }
    return coordinates;
  }
}
