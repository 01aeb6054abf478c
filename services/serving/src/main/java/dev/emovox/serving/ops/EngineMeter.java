package dev.emovox.serving.ops;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.EngineListener;
import dev.emovox.serving.prediction.Timing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Writes what the engine does to the metrics: where the time goes, and how full batches are. */
@Singleton
public class EngineMeter implements EngineListener {
  private final Timer inference;
  private final Timer wait;
  private final Timer decode;
  private final Timer model;
  private final DistributionSummary batch;
  private final Counter dropped;
  private final AnswerMeter answers;

  public EngineMeter(MeterRegistry registry, AnswerMeter answers) {
    this.answers = answers;
    inference =
        timer(registry, "inference", "Decoding and prediction of one clip, without waiting");
    wait = timer(registry, "wait", "Waiting of one clip for a thread and for the model");
    decode = timer(registry, "decode", "Reading, decoding and resampling of one clip");
    model = timer(registry, "model", "The model's work on one batch");
    batch =
        DistributionSummary.builder("emovox.batch.size")
            .description("Clips of one batch")
            .serviceLevelObjectives(1, 2, 4, 8, 16, 32)
            .register(registry);
    dropped =
        Counter.builder("emovox.dropped")
            .description("Requests that were dropped because nobody waited any more")
            .register(registry);
  }

  private static Timer timer(MeterRegistry registry, String name, String description) {
    return Timer.builder("emovox." + name)
        .description(description)
        .serviceLevelObjectives(buckets())
        .register(registry);
  }

  @Override
  public void computed(int clips, long nanoseconds) {
    batch.record(clips);
    model.record(Duration.ofNanos(nanoseconds));
  }

  @Override
  public void decoded(long nanoseconds) {
    decode.record(Duration.ofNanos(nanoseconds));
  }

  @Override
  public void answered(LiveModel live, Classification answer) {
    Timing timing = answer.timing();
    answers.answered(live, answer);
    wait.record(Duration.ofNanos(timing.waited()));
    inference.record(Duration.ofNanos(timing.decoded() + timing.computed()));
  }

  @Override
  public void dropped() {
    dropped.increment();
  }

  static Duration[] buckets() {
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
