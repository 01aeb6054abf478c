package dev.emovox.lineage.prediction;

import java.util.Optional;

/** The predictions that a service has given. */
public interface PredictionTraces {

  /** Whether predictions are traced at all; if not, {@link #find} finds none. */
  boolean kept();

  /** The prediction of that id; nothing if none is known. */
  Optional<PredictionTrace> find(String id);

  /** Of a service that does not trace its predictions. */
  static PredictionTraces none() {
    return new PredictionTraces() {
      @Override
      public boolean kept() {
        return false;
      }

      @Override
      public Optional<PredictionTrace> find(String id) {
        return Optional.empty();
      }
    };
  }
}
