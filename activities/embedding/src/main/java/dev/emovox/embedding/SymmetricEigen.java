package dev.emovox.embedding;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van
 * Loan, Matrix Computations, section 8.5): slow for thousands of columns, but accurate to the last
 * digits and the same on every machine.
 */
final class SymmetricEigen {
  private static final int MOST_SWEEPS = 60;

  private final double[][] matrix;
  private final double[][] vectors;

  private SymmetricEigen(double[][] matrix) {
    this.matrix = matrix;
    this.vectors = new double[matrix.length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      vectors[i][i] = 1;
    }
  }

  /**
   * The decomposition.
   *
   * @param values from the largest
   * @param vectors a row for each value, of unit length
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Decomposition(double[] values, double[][] vectors) {}

  /**
   * Decomposes a matrix, which is overwritten.
   *
   * @param matrix symmetric, finite
   */
  static Decomposition of(double[][] matrix) {
    SymmetricEigen eigen = new SymmetricEigen(matrix);
    for (int sweep = 0; sweep < MOST_SWEEPS && eigen.isMixed(); sweep++) {
      eigen.sweep();
    }
    return eigen.sorted();
  }

  /** Whether there is anything beside the diagonal that rounding does not account for. */
  private boolean isMixed() {
    double diagonal = 0;
    double others = 0;
    for (int i = 0; i < matrix.length; i++) {
      diagonal += matrix[i][i] * matrix[i][i];
      for (int j = 0; j < i; j++) {
        others += matrix[i][j] * matrix[i][j];
      }
    }
    return others > diagonal * 1e-30;
  }

  private void sweep() {
    for (int p = 0; p < matrix.length; p++) {
      for (int q = p + 1; q < matrix.length; q++) {
        if (matrix[p][q] != 0) {
          rotate(p, q);
        }
      }
    }
  }

  /** Turns the plane of two axes so that they no longer mix. */
  private void rotate(int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    double shift = tangent * matrix[p][q];
    double first = matrix[p][p] - shift;
    double second = matrix[q][q] + shift;
    turn(matrix[p], matrix[q], cosine, sine);
    turn(vectors[p], vectors[q], cosine, sine);
    matrix[p][p] = first;
    matrix[q][q] = second;
    matrix[p][q] = 0;
    matrix[q][p] = 0;
    // The matrix stays symmetric: its columns are its rows.
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][p] = matrix[p][i];
      matrix[i][q] = matrix[q][i];
    }
  }

  private static void turn(double[] first, double[] second, double cosine, double sine) {
    for (int i = 0; i < first.length; i++) {
      double x = first[i];
      double y = second[i];
      first[i] = cosine * x - sine * y;
      second[i] = sine * x + cosine * y;
    }
  }

  private Decomposition sorted() {
    int[] order =
        IntStream.range(0, matrix.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -matrix[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[order.length];
    double[][] rows = new double[order.length][];
    for (int i = 0; i < order.length; i++) {
      values[i] = matrix[order[i]][order[i]];
      rows[i] = vectors[order[i]];
    }
    return new Decomposition(values, rows);
  }
}
