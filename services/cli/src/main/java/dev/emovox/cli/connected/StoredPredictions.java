package dev.emovox.cli.connected;

import dev.emovox.domain.Digest;
import dev.emovox.lineage.prediction.PredictionTrace;
import dev.emovox.lineage.prediction.PredictionTraces;
import dev.emovox.traces.PredictionArchive;
import dev.emovox.traces.PredictionRow;
import java.time.Instant;
import java.util.Optional;

/**
 * The predictions whose rows the service stores.
 *
 * @param archive where they are
 */
record StoredPredictions(PredictionArchive archive) implements PredictionTraces {

  @Override
  public boolean kept() {
    return !archive.isEmpty();
  }

  @Override
  public Optional<PredictionTrace> find(String id) {
    return archive.find(id).map(StoredPredictions::trace);
  }

  private static PredictionTrace trace(PredictionRow row) {
    return new PredictionTrace(
        row.id(),
        Digest.parse(row.modelDigest()),
        Optional.of(Digest.parse(row.clip())),
        row.label(),
        Instant.parse(row.time()));
  }
}
