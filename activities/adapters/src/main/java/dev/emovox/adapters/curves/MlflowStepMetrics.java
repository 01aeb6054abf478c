package dev.emovox.adapters.curves;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.tracking.MlflowTracking;

/** Shows steps as metrics of the stage's run in MLflow. */
@SuppressWarnings("UnusedVariable") // what it is told is used as soon as it does something
public final class MlflowStepMetrics implements StepMetrics {

  /** Metrics at the given server. */
  public MlflowStepMetrics(MlflowTracking tracking) {}

  @Override
  public Stream open(TrackedRun stage) {
    throw new UnsupportedOperationException("not built yet");
  }
}
