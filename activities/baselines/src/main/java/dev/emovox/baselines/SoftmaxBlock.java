package dev.emovox.baselines;

import java.util.Arrays;

/**
 * A block of clips' part of the cross-entropy and its gradient. Features are kept by column for the
 * logits, so that the inner loop runs over clips, and by row for the gradient, where it runs over
 * features: both are sums of scaled vectors, which processors take several numbers at a time of.
 * Not safe for use by several threads: buffers are reused.
 */
final class SoftmaxBlock {
  /** Logarithms are taken of products of so many sums, each at most the number of classes. */
  private static final int SUMS_PER_LOGARITHM = 16;

  private final double[][] columns;
  private final double[][] rows;
  private final int[] labels;

  /** Logits by class, then clip; later residuals. */
  private final double[][] values;

  private final double[] largest;
  private final double[] sums;

  SoftmaxBlock(double[][] rows, int[] labels, int classes) {
    this.columns = new double[rows[0].length][rows.length];
    this.rows = rows;
    this.labels = labels;
    this.values = new double[classes][rows.length];
    this.largest = new double[rows.length];
    this.sums = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
  }

  /** The lower triangle of the products of the features, and of ones after them. */
  double[][] products() {
    int width = columns.length;
    double[][] products = new double[width + 1][];
    for (int j = 0; j < width; j++) {
      products[j] = new double[j + 1];
    }
    products[width] = new double[width + 1];
    for (double[] row : rows) {
      for (int j = 0; j < width; j++) {
        addScaled(products[j], row[j], row);
      }
      addScaled(products[width], 1, row, width);
    }
    products[width][width] = rows.length;
    return products;
  }

  /** The gradient by parameter, and after it the sum of cross-entropies. */
  double[] gradientAndLoss(double[] parameters) {
    double[] result = new double[parameters.length + 1];
    logits(parameters);
    result[parameters.length] = residualsAndLoss();
    double[] derivatives = new double[columns.length];
    int at = 0;
    for (double[] residual : values) {
      weightedSum(residual, derivatives);
      System.arraycopy(derivatives, 0, result, at, derivatives.length);
      at += derivatives.length;
      result[at++] = sum(residual);
    }
    return result;
  }

  private void logits(double[] parameters) {
    int at = 0;
    for (double[] logit : values) {
      Arrays.fill(logit, parameters[at + columns.length]);
      int j = 0;
      for (; j + 3 < columns.length; j += 4) {
        addFour(logit, parameters, at + j, j);
      }
      for (; j < columns.length; j++) {
        addScaled(logit, parameters[at + j], columns[j]);
      }
      at += columns.length + 1;
    }
  }

  /** Four columns at once, so that sums are read and written once for four products. */
  private void addFour(double[] sum, double[] weights, int at, int column) {
    double w0 = weights[at];
    double w1 = weights[at + 1];
    double w2 = weights[at + 2];
    double w3 = weights[at + 3];
    double[] c0 = columns[column];
    double[] c1 = columns[column + 1];
    double[] c2 = columns[column + 2];
    double[] c3 = columns[column + 3];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (w0 * c0[i] + w1 * c1[i]) + (w2 * c2[i] + w3 * c3[i]);
    }
  }

  private static void addScaled(double[] sum, double factor, double[] column) {
    addScaled(sum, factor, column, sum.length);
  }

  private static void addScaled(double[] sum, double factor, double[] column, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += factor * column[i];
    }
  }

  /** Turns logits into probability minus truth, in place, and returns the cross-entropy. */
  private double residualsAndLoss() {
    findLargest();
    double loss = 0;
    for (int i = 0; i < labels.length; i++) {
      loss -= values[labels[i]][i] - largest[i];
    }
    Arrays.fill(sums, 0);
    for (double[] value : values) {
      for (int i = 0; i < value.length; i++) {
        value[i] = Exponential.of(value[i] - largest[i]);
        sums[i] += value[i];
      }
    }
    for (double[] value : values) {
      for (int i = 0; i < value.length; i++) {
        value[i] /= sums[i];
      }
    }
    for (int i = 0; i < labels.length; i++) {
      values[labels[i]][i] -= 1;
    }
    return loss + logarithms();
  }

  private void findLargest() {
    System.arraycopy(values[0], 0, largest, 0, largest.length);
    for (int c = 1; c < values.length; c++) {
      double[] logit = values[c];
      for (int i = 0; i < logit.length; i++) {
        largest[i] = Math.max(largest[i], logit[i]);
      }
    }
  }

  /** The sum of the logarithms of the clips' sums. */
  private double logarithms() {
    double sum = 0;
    for (int first = 0; first < sums.length; first += SUMS_PER_LOGARITHM) {
      double product = 1;
      for (int i = first; i < Math.min(first + SUMS_PER_LOGARITHM, sums.length); i++) {
        product *= sums[i];
      }
      sum += StrictMath.log(product);
    }
    return sum;
  }

  /** The rows, each times its residual, added up; four at once. */
  private void weightedSum(double[] residual, double[] sum) {
    Arrays.fill(sum, 0);
    int i = 0;
    for (; i + 3 < rows.length; i += 4) {
      addFourRows(sum, residual, i);
    }
    for (; i < rows.length; i++) {
      addScaled(sum, residual[i], rows[i]);
    }
  }

  private void addFourRows(double[] sum, double[] residual, int row) {
    double r0 = residual[row];
    double r1 = residual[row + 1];
    double r2 = residual[row + 2];
    double r3 = residual[row + 3];
    double[] x0 = rows[row];
    double[] x1 = rows[row + 1];
    double[] x2 = rows[row + 2];
    double[] x3 = rows[row + 3];
    for (int j = 0; j < sum.length; j++) {
      sum[j] += (r0 * x0[j] + r1 * x1[j]) + (r2 * x2[j] + r3 * x3[j]);
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
