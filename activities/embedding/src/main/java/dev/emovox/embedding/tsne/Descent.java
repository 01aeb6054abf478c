package dev.emovox.embedding.tsne;

import dev.emovox.embedding.ParallelParts;
import java.util.Arrays;

/**
 * Gradient descent on the divergence between the affinities and those of the map, with momentum and
 * a gain for each coordinate, as van der Maaten and Hinton do it: for 250 iterations affinities are
 * 12 times what they are, which gathers clusters, and momentum is 0.5, later 0.8.
 *
 * <p>Sums over points are in the points' order whatever the number of threads, so that the result
 * is the same.
 */
final class Descent {
  private static final int EARLY = 250;
  private static final double EXAGGERATION = 12;
  private static final double EARLY_MOMENTUM = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double LEAST_GAIN = 0.01;
  private static final double LEAST_RATE = 50;

  private final Affinities affinities;
  private final double theta;
  private final double[][] places;
  private final double[][] updates;
  private final double[][] gains;
  private final double[][] repulsion;
  private final double[][] gradient;
  private final double[] masses;
  private final QuadTree tree = new QuadTree();
  private final double rate;

  /**
   * A descent.
   *
   * @param places where it starts: one array a dimension; is changed
   */
  Descent(Affinities affinities, double theta, double[][] places) {
    this.affinities = affinities;
    this.theta = theta;
    this.places = places;
    int size = places[0].length;
    this.updates = new double[2][size];
    this.gains = new double[2][size];
    Arrays.stream(gains).forEach(row -> Arrays.fill(row, 1));
    this.repulsion = new double[2][size];
    this.gradient = new double[2][size];
    this.masses = new double[size];
    this.rate = Math.max(size / EXAGGERATION / 4, LEAST_RATE);
  }

  /** One step; {@code done} were taken before. */
  void step(int done) {
    tree.build(places[0], places[1]);
    ParallelParts.run(masses.length, this::repel);
    double mass = 0;
    for (double part : masses) {
      mass += part;
    }
    double all = Math.max(mass, Double.MIN_NORMAL);
    double exaggeration = done < EARLY ? EXAGGERATION : 1;
    ParallelParts.run(masses.length, (from, to) -> attract(from, to, exaggeration, all));
    double momentum = done < EARLY ? EARLY_MOMENTUM : MOMENTUM;
    for (int k = 0; k < places.length; k++) {
      move(k, momentum);
    }
  }

  private void repel(int from, int to) {
    int[] stack = new int[QuadTree.stackSize()];
    QuadTree.Force force = new QuadTree.Force();
    for (int i = from; i < to; i++) {
      tree.repel(places[0][i], places[1][i], theta, stack, force);
      repulsion[0][i] = force.x;
      repulsion[1][i] = force.y;
      masses[i] = force.mass;
    }
  }

  private void attract(int from, int to, double exaggeration, double mass) {
    double[] x = places[0];
    double[] y = places[1];
    for (int i = from; i < to; i++) {
      double pullX = 0;
      double pullY = 0;
      for (int e = affinities.starts()[i]; e < affinities.starts()[i + 1]; e++) {
        int j = affinities.columns()[e];
        double distanceX = x[i] - x[j];
        double distanceY = y[i] - y[j];
        double pull = affinities.values()[e] / (1 + distanceX * distanceX + distanceY * distanceY);
        pullX += pull * distanceX;
        pullY += pull * distanceY;
      }
      gradient[0][i] = 4 * (exaggeration * pullX - repulsion[0][i] / mass);
      gradient[1][i] = 4 * (exaggeration * pullY - repulsion[1][i] / mass);
    }
  }

  private void move(int dimension, double momentum) {
    double[] slope = gradient[dimension];
    double[] update = updates[dimension];
    double[] gain = gains[dimension];
    for (int i = 0; i < slope.length; i++) {
      boolean onward = slope[i] * update[i] < 0;
      gain[i] = Math.max(LEAST_GAIN, onward ? gain[i] + 0.2 : gain[i] * 0.8);
      update[i] = momentum * update[i] - rate * gain[i] * slope[i];
      places[dimension][i] += update[i];
    }
  }

  /** The places about their mean: one row a point. */
  double[][] centred() {
    double[][] points = new double[masses.length][places.length];
    for (int k = 0; k < places.length; k++) {
      double mean = Arrays.stream(places[k]).sum() / masses.length;
      for (int i = 0; i < points.length; i++) {
        points[i][k] = places[k][i] - mean;
      }
    }
    return points;
  }
}
