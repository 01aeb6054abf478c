package dev.emovox.serving.api;

import dev.emovox.serving.prediction.PredictionPool;
import dev.emovox.serving.problem.Problem;
import dev.emovox.serving.problem.ProblemTranslation;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts requests for predictions by their outcome and times the work on them. */
@Singleton
public class PredictionMeter {
  private static final String REQUESTS = "emovox.requests";

  private final MeterRegistry registry;
  private final Timer inference;

  public PredictionMeter(MeterRegistry registry, PredictionPool pool) {
    this.registry = registry;
    inference =
        Timer.builder("emovox.inference")
            .description("Decoding and prediction of one clip, without waiting")
            .serviceLevelObjectives(buckets())
            .register(registry);
    Gauge.builder("emovox.waiting", pool, PredictionPool::waiting)
        .description("Clips that wait for a thread")
        .register(registry);
  }

  /** Runs {@code work} and records how long it took if it succeeds. */
  <T> T time(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    inference.record(Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  /** Counts a request; {@code failure} is null if it was answered. */
  void ended(Throwable failure) {
    count(failure == null ? "ok" : ProblemTranslation.of(failure).kind());
  }

  /** Counts a request that was refused before it came to the resource. */
  public void refused(Problem problem) {
    count(problem.kind());
  }

  private void count(String outcome) {
    registry.counter(REQUESTS, "outcome", outcome).increment();
  }

  private static Duration[] buckets() {
    return new Duration[] {
      Duration.ofMillis(5),
      Duration.ofMillis(10),
      Duration.ofMillis(25),
      Duration.ofMillis(50),
      Duration.ofMillis(100),
      Duration.ofMillis(250),
      Duration.ofMillis(500),
      Duration.ofSeconds(1),
      Duration.ofMillis(2500)
    };
  }
}
