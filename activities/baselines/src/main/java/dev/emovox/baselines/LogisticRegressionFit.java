package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import java.util.Arrays;

/**
 * Fits multinomial logistic regression by L-BFGS. All parameters start at zero, so nothing is
 * random.
 */
final class LogisticRegressionFit {
  private LogisticRegressionFit() {}

  static BaselineModel fit(BaselineSettings.LogisticRegression settings, TrainingTable table) {
    Standardisation standardisation = Standardisation.of(table.features());
    double[][] standardised =
        Arrays.stream(table.features()).map(standardisation::apply).toArray(double[][]::new);
    int classes = table.labelSet().size();
    int width = standardisation.size();
    double[] parameters = new double[classes * (width + 1)];
    SoftmaxLoss loss = new SoftmaxLoss(standardised, table.labels(), classes, settings.l2());
    parameters = QuasiNewton.minimise(loss, parameters, settings.maxIterations());

    double[][] weights = new double[classes][];
    double[] intercepts = new double[classes];
    for (int c = 0; c < classes; c++) {
      int at = c * (width + 1);
      weights[c] = Arrays.copyOfRange(parameters, at, at + width);
      intercepts[c] = parameters[at + width];
    }
    return new LogisticRegressionModel(table.labelSet(), standardisation, weights, intercepts);
  }
}
