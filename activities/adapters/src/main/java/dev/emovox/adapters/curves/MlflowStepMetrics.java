package dev.emovox.adapters.curves;

import dev.emovox.adapters.network.StepMetrics;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.tracking.MlflowTracking;
import java.time.Clock;

/**
 * Shows steps as metrics of the stage's run in MLflow while they happen: {@code train_loss}, {@code
 * gradient_norm}, {@code learning_rate} and {@code clips_per_second}, each once a step. Safe for
 * use by several threads; each stream is for one.
 */
public final class MlflowStepMetrics implements StepMetrics {
  private final MlflowTracking tracking;
  private final Clock clock;
  private final StreamLimits limits;

  /** Metrics at the given server. */
  public MlflowStepMetrics(MlflowTracking tracking) {
    this(tracking, Clock.systemUTC(), StreamLimits.STANDARD);
  }

  MlflowStepMetrics(MlflowTracking tracking, Clock clock, StreamLimits limits) {
    this.tracking = tracking;
    this.clock = clock;
    this.limits = limits;
  }

  @Override
  public Stream open(TrackedRun stage) {
    return new MetricStream(tracking.series(stage.runId()), clock, limits);
  }
}
