package dev.emovox.serving.ops;

import dev.emovox.serving.prediction.PredictionEngine;
import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemTranslation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Counts requests for predictions by their outcome. */
@Singleton
public class PredictionMeter {
  private static final String REQUESTS = "emovox.requests";

  private final MeterRegistry registry;

  public PredictionMeter(MeterRegistry registry, PredictionEngine engine) {
    this.registry = registry;
    Gauge.builder("emovox.waiting", engine, PredictionEngine::waiting)
        .description("Clips that wait for a thread or for the model")
        .register(registry);
  }

  /** Counts a request; {@code failure} is null if it was answered. */
  public void ended(Throwable failure) {
    count(failure == null ? "ok" : ProblemTranslation.of(failure).kind());
  }

  /** Counts a request that was refused before it came to the resource. */
  public void refused(Problem problem) {
    count(problem.kind());
  }

  private void count(String outcome) {
    registry.counter(REQUESTS, "outcome", outcome).increment();
  }
}
