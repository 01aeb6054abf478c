package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuasiNewtonTest {
  /** H. H. Rosenbrock's valley (1960): curved, narrow, with its minimum at (1, 1). */
  private static final class Valley implements QuasiNewton.Objective {
    int evaluations;

    @Override
    public double evaluate(double[] at, double[] gradient) {
      evaluations++;
      double across = at[1] - at[0] * at[0];
      gradient[0] = -400 * across * at[0] - 2 * (1 - at[0]);
      gradient[1] = 200 * across;
      return 100 * across * across + (1 - at[0]) * (1 - at[0]);
    }

    @Override
    public void divideByCurvature(double[] gradient) {
      // Nothing is known of it.
    }
  }

  @Test
  void findsTheEndOfACurvedValley() {
    Valley valley = new Valley();
    double[] found = QuasiNewton.minimise(valley, new double[] {-1.2, 1}, 1000);
    assertThat(found).containsExactly(new double[] {1, 1}, within(1e-3));
    assertThat(valley.evaluations).isLessThan(100);
  }

  @Test
  void stopsAfterTheGivenIterations() {
    double[] found = QuasiNewton.minimise(new Valley(), new double[] {-1.2, 1}, 3);
    assertThat(found[0]).isLessThan(0.9);
  }

  @Test
  void whereItIsFlatItStays() {
    Valley valley = new Valley();
    assertThat(QuasiNewton.minimise(valley, new double[] {1, 1}, 10)).containsExactly(1, 1);
    assertThat(valley.evaluations).isEqualTo(1);
  }

  @Test
  void curvatureThatIsKnownSparesSteps() {
    TrainingTable table = Clusters.table(500, 6, 3);
    double[][] rows = table.features();
    for (double[] row : rows) {
      row[1] = row[0] + 0.01 * row[1]; // nearly the same
    }
    int known = evaluations(rows, table.labels(), true);
    assertThat(known).isLessThan(evaluations(rows, table.labels(), false));
  }

  private static int evaluations(double[][] rows, int[] labels, boolean known) {
    SoftmaxLoss loss = new SoftmaxLoss(rows, labels, 4, 0.1);
    int[] count = {0};
    QuasiNewton.minimise(
        new QuasiNewton.Objective() {
          @Override
          public double evaluate(double[] parameters, double[] gradient) {
            count[0]++;
            return loss.evaluate(parameters, gradient);
          }

          @Override
          public void divideByCurvature(double[] gradient) {
            if (known) {
              loss.divideByCurvature(gradient);
            }
          }
        },
        new double[4 * 7],
        1000);
    return count[0];
  }
}
