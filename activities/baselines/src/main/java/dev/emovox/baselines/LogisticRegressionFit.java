package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;
import java.util.Arrays;
import smile.math.BFGS;

/**
 * Fits multinomial logistic regression with Smile's L-BFGS (Nocedal 1980). All parameters start at
 * zero, so nothing is random.
 */
final class LogisticRegressionFit {
  /** Pairs of steps and gradients that L-BFGS remembers; scikit-learn's number. */
  private static final int CORRECTIONS = 10;

  /** Convergence: no derivative of the mean loss is larger, relative to its parameter. */
  private static final double GRADIENT_TOLERANCE = 1e-5;

  private LogisticRegressionFit() {}

  static BaselineModel fit(BaselineSettings.LogisticRegression settings, TrainingTable table) {
    Standardisation standardisation = Standardisation.of(table.features());
    double[][] standardised =
        Arrays.stream(table.features()).map(standardisation::apply).toArray(double[][]::new);
    int classes = table.labelSet().size();
    int width = standardisation.size();
    double[] parameters = new double[classes * (width + 1)];
    SoftmaxLoss loss = new SoftmaxLoss(standardised, table.labels(), classes, settings.l2());
    BFGS.minimize(loss, CORRECTIONS, parameters, GRADIENT_TOLERANCE, settings.maxIterations());

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
