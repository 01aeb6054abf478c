package dev.emovox.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxLossTest {

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    TrainingTable table = Clusters.table(1100, 5, 1);
    SoftmaxLoss loss = new SoftmaxLoss(table.features(), table.labels(), 4, 3.0);
    double[] parameters = new Random(2).doubles(24, -0.1, 0.1).toArray();
    double[] gradient = new double[24];
    loss.evaluate(parameters, gradient);
    double step = 1e-6;
    for (int i = 0; i < parameters.length; i++) {
      double[] up = parameters.clone();
      up[i] += step;
      double[] down = parameters.clone();
      down[i] -= step;
      double slope = (value(loss, up) - value(loss, down)) / (2 * step);
      assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(1e-4));
    }
  }

  @Test
  void knowingNothingCostsTheLogarithmOfTheClasses() {
    TrainingTable table = Clusters.table(100, 5, 1);
    SoftmaxLoss loss = new SoftmaxLoss(table.features(), table.labels(), 4, 3.0);
    assertThat(value(loss, new double[24])).isCloseTo(Math.log(4), within(1e-12));
  }

  private static double value(SoftmaxLoss loss, double[] parameters) {
    return loss.evaluate(parameters, new double[parameters.length]);
  }
}
