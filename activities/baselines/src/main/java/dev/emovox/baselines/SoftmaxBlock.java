package dev.emovox.baselines;

import java.util.Arrays;

/**
 * A block of clips' part of the cross-entropy and its gradient. Features are kept by column, so
 * that the inner loops run over clips.
 */
final class SoftmaxBlock {
  private final double[][] columns;
  private final int[] labels;
  private final int classes;

  SoftmaxBlock(double[][] rows, int[] labels, int classes) {
    this.columns = new double[rows[0].length][rows.length];
    this.labels = labels;
    this.classes = classes;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
  }

  /** The sum of the clips' cross-entropies. */
  double loss(double[] parameters) {
    return residualsAndLoss(logits(parameters));
  }

  /** The gradient by parameter, and after it the sum of cross-entropies. */
  double[] gradientAndLoss(double[] parameters) {
    double[][] residuals = logits(parameters);
    double[] result = new double[parameters.length + 1];
    result[parameters.length] = residualsAndLoss(residuals);
    int at = 0;
    for (double[] residual : residuals) {
      for (double[] column : columns) {
        result[at++] = dot(residual, column);
      }
      result[at++] = sum(residual);
    }
    return result;
  }

  /** Logits by class, then clip. */
  private double[][] logits(double[] parameters) {
    double[][] logits = new double[classes][labels.length];
    int at = 0;
    for (double[] logit : logits) {
      Arrays.fill(logit, parameters[at + columns.length]);
      for (double[] column : columns) {
        addScaled(parameters[at++], column, logit);
      }
      at++;
    }
    return logits;
  }

  /** Turns logits into probability minus truth, in place, and returns the cross-entropy. */
  private double residualsAndLoss(double[][] logits) {
    double loss = 0;
    double[] clip = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 0; c < classes; c++) {
        clip[c] = logits[c][i];
      }
      double[] probabilities = Softmax.of(clip);
      // The smallest double keeps the loss finite where the probability is zero in rounding.
      loss -= StrictMath.log(Math.max(probabilities[labels[i]], Double.MIN_NORMAL));
      for (int c = 0; c < classes; c++) {
        logits[c][i] = probabilities[c] - (c == labels[i] ? 1 : 0);
      }
    }
    return loss;
  }

  private static void addScaled(double factor, double[] column, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  /** Four running sums, since one would make every addition wait for the one before it. */
  private static double dot(double[] a, double[] b) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      first += a[i] * b[i];
    }
    return (first + second) + (third + fourth);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
