package dev.emovox.baselines;

import java.util.Arrays;

/**
 * Minimises a smooth function by L-BFGS (J. Nocedal, "Updating Quasi-Newton Matrices with Limited
 * Storage", 1980; two-loop recursion), with backtracking from the full step until the value falls
 * as much as the slope promises. It ends where scikit-learn's solver does by default: when no
 * derivative exceeds 1e-4, or the value no longer changes beyond rounding.
 *
 * <p>The same function and start give the same result on every machine. For one use by one thread.
 */
final class QuasiNewton {
  /** Steps and changes of the gradient that are remembered. */
  private static final int MEMORY = 10;

  private static final double GRADIENT_TOLERANCE = 1e-4;
  private static final double VALUE_TOLERANCE = 64 * Math.ulp(1.0);

  /** Share of the promised decrease that a step must bring. */
  private static final double SUFFICIENT = 1e-4;

  private static final int MOST_BACKTRACKS = 40;

  /** What is minimised. */
  interface Objective {
    /** The value at {@code parameters}; its derivatives are written to {@code gradient}. */
    double evaluate(double[] parameters, double[] gradient);

    /** Divides a gradient by a guess of the curvature, in place; the better, the fewer steps. */
    void divideByCurvature(double[] gradient);
  }

  private final Objective objective;
  private final double[][] steps = new double[MEMORY][];
  private final double[][] changes = new double[MEMORY][];
  private final double[] curvatures = new double[MEMORY];
  private int remembered;

  private double[] point;
  private double[] gradient;
  private double value;

  private QuasiNewton(Objective objective, double[] start) {
    this.objective = objective;
    this.point = start;
    this.gradient = new double[start.length];
    this.value = objective.evaluate(point, gradient);
  }

  /**
   * The parameters at the minimum.
   *
   * @param start changed
   */
  static double[] minimise(Objective objective, double[] start, int maxIterations) {
    QuasiNewton search = new QuasiNewton(objective, start);
    for (int i = 0; i < maxIterations && !search.isFlat(); i++) {
      if (!search.step()) {
        break;
      }
    }
    return search.point;
  }

  private boolean isFlat() {
    for (double derivative : gradient) {
      if (Math.abs(derivative) > GRADIENT_TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  /** One step; false if there is none that still makes a difference. */
  private boolean step() {
    double[] direction = direction();
    double slope = dot(direction, gradient);
    double[] next = new double[point.length];
    double[] nextGradient = new double[point.length];
    double length = 1;
    for (int attempt = 0; attempt < MOST_BACKTRACKS; attempt++) {
      for (int i = 0; i < next.length; i++) {
        next[i] = point[i] + length * direction[i];
      }
      double nextValue = objective.evaluate(next, nextGradient);
      if (nextValue <= value + SUFFICIENT * length * slope) {
        return accept(next, nextGradient, nextValue);
      }
      length = shorter(length, slope, nextValue);
    }
    return false;
  }

  /** Where the parabola through what is known has its minimum, within a tenth to a half. */
  private double shorter(double length, double slope, double nextValue) {
    double parabola = -slope * length * length / (2 * (nextValue - value - slope * length));
    return Double.isFinite(parabola)
        ? Math.min(Math.max(parabola, length / 10), length / 2)
        : length / 10;
  }

  private boolean accept(double[] next, double[] nextGradient, double nextValue) {
    double decrease = value - nextValue;
    boolean changes =
        decrease > VALUE_TOLERANCE * Math.max(Math.max(Math.abs(value), Math.abs(nextValue)), 1);
    remember(difference(next, point), difference(nextGradient, gradient));
    point = next;
    gradient = nextGradient;
    value = nextValue;
    return changes;
  }

  /** A pair without curvature would turn the next direction uphill. */
  private void remember(double[] step, double[] change) {
    double curvature = dot(step, change);
    if (curvature > Math.ulp(1.0) * dot(change, change)) {
      int slot = remembered % MEMORY;
      steps[slot] = step;
      changes[slot] = change;
      curvatures[slot] = curvature;
      remembered++;
    }
  }

  /** The gradient, turned round and divided by the curvature, guessed at first and then seen. */
  private double[] direction() {
    double[] direction = gradient.clone();
    int first = Math.max(0, remembered - MEMORY);
    double[] factors = new double[MEMORY];
    for (int pair = remembered - 1; pair >= first; pair--) {
      int slot = pair % MEMORY;
      factors[slot] = dot(steps[slot], direction) / curvatures[slot];
      addScaled(direction, -factors[slot], changes[slot]);
    }
    objective.divideByCurvature(direction);
    scale(direction, -initialScale());
    for (int pair = first; pair < remembered; pair++) {
      int slot = pair % MEMORY;
      double factor = dot(changes[slot], direction) / curvatures[slot];
      addScaled(direction, -factors[slot] - factor, steps[slot]);
    }
    return direction;
  }

  private double initialScale() {
    if (remembered == 0) {
      return 1;
    }
    int newest = (remembered - 1) % MEMORY;
    double[] expected = changes[newest].clone();
    objective.divideByCurvature(expected);
    return curvatures[newest] / dot(changes[newest], expected);
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static void addScaled(double[] sum, double factor, double[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
