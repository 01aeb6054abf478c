package dev.emovox.serving.model;

import java.time.Instant;

/**
 * A model that answers requests.
 *
 * @param role its part
 * @param loaded the verified model
 * @param pointer what the registry said when it was loaded
 * @param since when it began to answer
 */
public record LiveModel(ModelRole role, LoadedModel loaded, ModelPointer pointer, Instant since) {

  /** Which model this is. */
  public ModelIdentity identity() {
    return loaded.identity();
  }
}
