package dev.emovox.baselines;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What multinomial logistic regression minimises, divided by the number of clips: the sum of the
 * clips' cross-entropies plus {@code l2 / 2} times the squared weights. Intercepts are not
 * penalised. This is scikit-learn's objective with {@code C = 1 / l2}.
 *
 * <p>Parameters are laid out by class: its weights, then its intercept. The result does not depend
 * on the number of processors: clips are divided into blocks of fixed size, whose parts are added
 * in their order. For one thread at a time, which others help.
 */
final class SoftmaxLoss implements QuasiNewton.Objective {
  private static final int BLOCK_ROWS = 512;

  private final SoftmaxBlock[] blocks;
  private final int rows;
  private final int stride;
  private final double l2;
  private final CurvatureBound bound;

  /**
   * Prepares the sum over all clips.
   *
   * @param features standardised rows
   * @param labels class index of each row
   * @param classes number of classes
   * @param l2 weight of the penalty
   */
  SoftmaxLoss(double[][] features, int[] labels, int classes, double l2) {
    this.rows = features.length;
    this.stride = features[0].length + 1;
    this.l2 = l2;
    this.blocks =
        IntStream.range(0, (rows + BLOCK_ROWS - 1) / BLOCK_ROWS)
            .map(block -> block * BLOCK_ROWS)
            .mapToObj(
                from -> {
                  int to = Math.min(rows, from + BLOCK_ROWS);
                  return new SoftmaxBlock(
                      Arrays.copyOfRange(features, from, to),
                      Arrays.copyOfRange(labels, from, to),
                      classes);
                })
            .toArray(SoftmaxBlock[]::new);
    this.bound = bound(classes);
  }

  @Override
  public double evaluate(double[] parameters, double[] gradient) {
    double[][] parts =
        Arrays.stream(blocks)
            .parallel()
            .map(block -> block.gradientAndLoss(parameters))
            .toArray(double[][]::new);
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (double[] part : parts) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += part[i];
      }
      sum += part[gradient.length];
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (gradient[i] + (isIntercept(i) ? 0 : l2 * parameters[i])) / rows;
    }
    return (sum + penalty(parameters)) / rows;
  }

  @Override
  public void divideByCurvature(double[] gradient) {
    bound.divide(gradient);
  }

  private CurvatureBound bound(int classes) {
    double[][][] parts =
        Arrays.stream(blocks).parallel().map(SoftmaxBlock::products).toArray(double[][][]::new);
    for (int block = 1; block < parts.length; block++) {
      for (int row = 0; row < stride; row++) {
        for (int column = 0; column <= row; column++) {
          parts[0][row][column] += parts[block][row][column];
        }
      }
    }
    return new CurvatureBound(parts[0], rows, classes, l2);
  }

  private double penalty(double[] parameters) {
    double squares = 0;
    for (int i = 0; i < parameters.length; i++) {
      squares += isIntercept(i) ? 0 : parameters[i] * parameters[i];
    }
    return l2 / 2 * squares;
  }

  private boolean isIntercept(int parameter) {
    return parameter % stride == stride - 1;
  }
}
