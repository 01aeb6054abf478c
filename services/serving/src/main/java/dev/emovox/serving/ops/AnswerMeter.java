package dev.emovox.serving.ops;

import dev.emovox.serving.model.LiveModel;
import dev.emovox.serving.model.LiveModels;
import dev.emovox.serving.prediction.Classification;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Writes what each live model answers to the metrics: how often, how fast, and which classes. What
 * is known of a model is forgotten some time after it has been replaced, so that a service which
 * has seen many models does not tell of them all for ever.
 */
@Singleton
public class AnswerMeter {
  private final MeterRegistry registry;
  private final LiveModels models;
  private final Map<Model, Set<Meter>> meters = new ConcurrentHashMap<>();

  AnswerMeter(MeterRegistry registry, LiveModels models) {
    this.registry = registry;
    this.models = models;
  }

  /** A model in a role. */
  private record Model(String version, String role) {

    static Model of(LiveModel live) {
      return new Model(live.identity().version(), live.role().word());
    }

    Tags tags() {
      return Tags.of("version", version, "role", role);
    }
  }

  /** A clip was answered. */
  void answered(LiveModel live, Classification answer) {
    Model model = Model.of(live);
    if (!meters.containsKey(model)) {
      forgetAllBut(models.current().map(Model::of).collect(Collectors.toSet()));
    }
    Set<Meter> known = meters.computeIfAbsent(model, any -> ConcurrentHashMap.newKeySet());
    Timer time = time(model);
    Counter label = label(model, answer.label());
    known.add(time);
    known.add(label);
    time.record(Duration.ofNanos(answer.timing().decoded() + answer.timing().computed()));
    label.increment();
  }

  private Timer time(Model model) {
    return Timer.builder("emovox.answer")
        .description("Decoding and prediction of one clip, without waiting, by model")
        .serviceLevelObjectives(EngineMeter.buckets())
        .tags(model.tags())
        .register(registry);
  }

  private Counter label(Model model, String label) {
    return Counter.builder("emovox.labels")
        .description("Answers by model and most probable class")
        .tags(model.tags().and("label", label))
        .register(registry);
  }

  private void forgetAllBut(Set<Model> live) {
    for (Model model : Set.copyOf(meters.keySet())) {
      if (!live.contains(model)) {
        meters.remove(model).forEach(registry::remove);
      }
    }
  }
}
