package dev.emovox.adapters.curves;

import dev.emovox.adapters.network.StepRow;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.domain.ValidationMetric;
import dev.emovox.domain.ValidationScores;
import dev.emovox.tracking.RunMetric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps and epochs as points of a stage's curves. Points of steps are at the step's number in the
 * stage, points of epochs at the epoch's. Values that are no numbers are left out.
 */
final class CurvePoints {
  private CurvePoints() {}

  /** What is the same on every re-run of a step. */
  static List<RunMetric> ofStep(StepRow step, Instant time) {
    return points(
        Map.of(
            "train_loss", step.loss(),
            "gradient_norm", step.gradientNorm(),
            "learning_rate", step.learningRate()),
        step.step(),
        time);
  }

  /** What is seen while a step happens. */
  static List<RunMetric> ofLiveStep(StepRow step, double clipsPerSecond, Instant time) {
    List<RunMetric> points = new ArrayList<>(ofStep(step, time));
    points.addAll(points(Map.of("clips_per_second", clipsPerSecond), step.step(), time));
    return points;
  }

  /** What an epoch ended with. */
  static List<RunMetric> ofEpoch(EpochOutcome epoch, Instant time) {
    Map<String, Double> values = new TreeMap<>(validation(epoch.validation()));
    values.put("epoch_train_loss", epoch.trainingLoss());
    values.put("epoch_seconds", epoch.seconds());
    values.put("epoch_clips_per_second", epoch.clipsPerSecond());
    return points(values, epoch.epoch(), time);
  }

  /** Scores by the metric's name. */
  static Map<String, Double> validation(ValidationScores scores) {
    Map<String, Double> values = new TreeMap<>();
    for (ValidationMetric metric : ValidationMetric.values()) {
      values.put("validation_" + metric.name().toLowerCase(Locale.ROOT), scores.value(metric));
    }
    return values;
  }

  /** One point for each value, all at the same step. */
  static List<RunMetric> points(Map<String, Double> values, long step, Instant time) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .filter(value -> Double.isFinite(value.getValue()))
            .map(value -> new RunMetric(value.getKey(), value.getValue(), time, step))
            .toList();
  }
}
