package dev.emovox.embedding.tsne;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class QuadTreeTest {
  private static final int POINTS = 400;

  private final double[] x = new double[POINTS];
  private final double[] y = new double[POINTS];
  private final QuadTree tree = new QuadTree();

  QuadTreeTest() {
    Random random = new Random(3);
    for (int i = 0; i < POINTS; i++) {
      x[i] = 20 * random.nextGaussian();
      y[i] = 10 * random.nextGaussian();
    }
    // Three points in one place.
    x[7] = x[8] = x[9];
    y[7] = y[8] = y[9];
    tree.build(x, y);
  }

  private double[] exact(int point) {
    double[] sums = new double[3];
    for (int j = 0; j < POINTS; j++) {
      if (j != point) {
        double dx = x[point] - x[j];
        double dy = y[point] - y[j];
        double q = 1 / (1 + dx * dx + dy * dy);
        sums[0] += q * q * dx;
        sums[1] += q * q * dy;
        sums[2] += q;
      }
    }
    return sums;
  }

  private void assertForces(double theta, double tolerance) {
    QuadTree.Force force = new QuadTree.Force();
    int[] stack = new int[QuadTree.stackSize()];
    for (int i = 0; i < POINTS; i++) {
      double[] expected = exact(i);
      tree.repel(x[i], y[i], theta, stack, force);
      assertThat(force.x).isCloseTo(expected[0], within(tolerance));
      assertThat(force.y).isCloseTo(expected[1], within(tolerance));
      assertThat(force.mass).isCloseTo(expected[2], within(tolerance * 10));
    }
  }

  @Test
  void withoutApproximationForcesAreExact() {
    assertForces(0, 1e-9);
  }

  @Test
  void approximatedForcesAreNear() {
    assertForces(0.5, 0.05);
  }

  @Test
  void theTreeIsUsedAgain() {
    for (int i = 0; i < POINTS; i++) {
      x[i] *= -3;
    }
    tree.build(x, y);

    assertForces(0, 1e-9);
  }
}
