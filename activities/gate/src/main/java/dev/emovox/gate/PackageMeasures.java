package dev.emovox.gate;

import dev.emovox.gate.settings.Budgets;

/** Measures a model's package. */
public interface PackageMeasures {

  /** Bytes of all its files. */
  long bytes();

  /** Median milliseconds of a prediction. */
  double medianMilliseconds(Budgets.Latency latency);
}
