package dev.emovox.embedding.tsne;

import dev.emovox.embedding.Neighbours;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much each point belongs to others: joint probabilities of a symmetric sparse matrix, kept by
 * rows. A pair that are neighbours both ways has two entries in each row.
 *
 * @param starts where the entries of a row start, and those of the last end
 * @param columns the other point of each entry
 * @param values the probabilities; all add up to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Affinities(int[] starts, int[] columns, double[] values) {
  private static final int BISECTIONS = 100;
  private static final double TOLERANCE = 1e-5;

  /** Of Gaussians about each point, each as wide as makes its perplexity the wanted one. */
  static Affinities of(Neighbours neighbours, double perplexity) {
    int size = neighbours.indices().length;
    double[][] conditional = new double[size][];
    double entropy = StrictMath.log(perplexity);
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> conditional[i] = conditional(neighbours.squares()[i], entropy));
    return joint(neighbours.indices(), conditional);
  }

  /** Searches the precision of a Gaussian by bisection. Distances are sorted. */
  private static double[] conditional(double[] squares, double entropy) {
    double[] weights = new double[squares.length];
    double scale = Arrays.stream(squares).sum() / squares.length;
    if (scale == 0) {
      Arrays.fill(weights, 1.0 / weights.length);
      return weights;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double precision = 1 / scale;
    for (int i = 0; i < BISECTIONS; i++) {
      double excess = weigh(squares, precision, weights) - entropy;
      if (Math.abs(excess) < TOLERANCE) {
        break;
      }
      if (excess > 0) {
        low = precision;
        precision = Double.isInfinite(high) ? 2 * precision : (low + high) / 2;
      } else {
        high = precision;
        precision = (low + high) / 2;
      }
    }
    return weights;
  }

  /** Fills in the weights and returns their entropy in nats. */
  private static double weigh(double[] squares, double precision, double[] weights) {
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < squares.length; i++) {
      // Relative to the nearest, so that the sum is never zero.
      double exponent = precision * (squares[i] - squares[0]);
      weights[i] = StrictMath.exp(-exponent);
      sum += weights[i];
      mean += weights[i] * exponent;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return StrictMath.log(sum) + mean / sum;
  }

  /** Each pair's mean of both directions: half of the one's, and half of the other's. */
  private static Affinities joint(int[][] indices, double[][] conditional) {
    int size = indices.length;
    int[] starts = starts(indices);
    int[] columns = new int[starts[size]];
    double[] values = new double[starts[size]];
    int[] next = Arrays.copyOf(starts, size);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < indices[i].length; k++) {
        int j = indices[i][k];
        double half = conditional[i][k] / (2.0 * size);
        columns[next[i]] = j;
        values[next[i]++] = half;
        columns[next[j]] = i;
        values[next[j]++] = half;
      }
    }
    return new Affinities(starts, columns, values);
  }

  /** A row has an entry for each neighbour, and one for each point whose neighbour it is. */
  private static int[] starts(int[][] indices) {
    int[] starts = new int[indices.length + 1];
    for (int i = 0; i < indices.length; i++) {
      starts[i + 1] += indices[i].length;
      for (int j : indices[i]) {
        starts[j + 1]++;
      }
    }
    for (int i = 0; i < indices.length; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }
}
