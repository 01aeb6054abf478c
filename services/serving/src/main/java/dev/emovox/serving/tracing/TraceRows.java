package dev.emovox.serving.tracing;

import dev.emovox.serving.model.ModelIdentity;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Timing;
import dev.emovox.traces.PredictionId;
import dev.emovox.traces.PredictionRow;

/** Turns answers into rows. */
final class TraceRows {
  private static final double NANOSECONDS = 1e9;

  private TraceRows() {}

  static PredictionRow of(Classification answer) {
    ModelIdentity model = answer.model();
    Timing timing = answer.timing();
    return new PredictionRow(
        answer.id(),
        PredictionId.time(answer.id()).orElseThrow().toString(),
        answer.clip().toString(),
        answer.seconds(),
        model.name(),
        model.version(),
        model.run(),
        model.digest().toString(),
        answer.label(),
        answer.scores().stream().map(ClassScore::label).toList(),
        answer.scores().stream().map(ClassScore::probability).toList(),
        timing.waited() / NANOSECONDS,
        timing.decoded() / NANOSECONDS,
        timing.computed() / NANOSECONDS,
        timing.batch());
  }
}
