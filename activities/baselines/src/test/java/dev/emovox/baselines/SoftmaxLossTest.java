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
    assertThat(loss.g(parameters, gradient)).isCloseTo(loss.f(parameters), within(1e-12));
    double step = 1e-6;
    for (int i = 0; i < parameters.length; i++) {
      double[] up = parameters.clone();
      up[i] += step;
      double[] down = parameters.clone();
      down[i] -= step;
      double slope = (loss.f(up) - loss.f(down)) / (2 * step);
      assertThat(gradient[i]).as("parameter %d", i).isCloseTo(slope, within(1e-4));
    }
  }

  @Test
  void knowingNothingCostsTheLogarithmOfTheClasses() {
    TrainingTable table = Clusters.table(100, 5, 1);
    SoftmaxLoss loss = new SoftmaxLoss(table.features(), table.labels(), 4, 3.0);
    assertThat(loss.f(new double[24])).isCloseTo(Math.log(4), within(1e-12));
  }
}
