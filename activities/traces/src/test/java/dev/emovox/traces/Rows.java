package dev.emovox.traces;

import dev.emovox.domain.Digest;
import java.time.Instant;
import java.util.List;

/** Predictions to write. */
final class Rows {
  private Rows() {}

  static PredictionRow at(String time) {
    Instant instant = Instant.parse(time);
    return new PredictionRow(
        PredictionId.at(instant),
        instant.toString(),
        Digest.of("clip").toString(),
        2.5,
        "emovox",
        "3",
        "run-1",
        Digest.of("model").toString(),
        "happy",
        List.of("happy", "sad"),
        List.of(0.75, 0.25),
        0.001,
        0.002,
        0.003,
        4);
  }
}
