package dev.emovox.baselines;

import java.util.Arrays;

/**
 * What the curvature of multinomial logistic regression is before anything was learnt: for each
 * class, {@code X'X / (n K) + l2 / n} with the standardised features X of n clips and a column of
 * ones, K classes (D. Böhning, "Multinomial Logistic Regression Algorithm", 1992, bounds it so).
 * Features that say nearly the same make steep and flat directions; a search that begins with the
 * inverse of this sees them alike and needs a fraction of the steps.
 *
 * <p>Kept as a Cholesky factor. Immutable once made.
 */
final class CurvatureBound {
  /** Keeps features that never vary, and those that are sums of others, from dividing by zero. */
  private static final double LEAST_CURVATURE = 1e-6;

  private final double[][] factor;

  /**
   * The bound.
   *
   * @param products by row, the lower triangle of {@code X'X} with the ones last; taken over
   */
  CurvatureBound(double[][] products, int clips, int classes, double l2) {
    factor = products;
    for (int row = 0; row < factor.length; row++) {
      for (int column = 0; column <= row; column++) {
        factor[row][column] /= (double) clips * classes;
      }
      boolean penalised = row < factor.length - 1;
      factor[row][row] += (penalised ? l2 / clips : 0) + LEAST_CURVATURE;
    }
    factorise();
  }

  private void factorise() {
    for (int row = 0; row < factor.length; row++) {
      for (int column = 0; column <= row; column++) {
        double rest = factor[row][column] - dot(factor[row], factor[column], column);
        factor[row][column] = row == column ? Math.sqrt(rest) : rest / factor[column][column];
      }
    }
  }

  /** Divides a vector of parameters, class after class, by the curvature; in place. */
  void divide(double[] parameters) {
    int width = factor.length;
    for (int at = 0; at < parameters.length; at += width) {
      double[] part = Arrays.copyOfRange(parameters, at, at + width);
      for (int row = 0; row < width; row++) {
        part[row] = (part[row] - dot(factor[row], part, row)) / factor[row][row];
      }
      for (int row = width - 1; row >= 0; row--) {
        part[row] /= factor[row][row];
        for (int column = 0; column < row; column++) {
          part[column] -= factor[row][column] * part[row];
        }
      }
      System.arraycopy(part, 0, parameters, at, width);
    }
  }

  private static double dot(double[] a, double[] b, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
