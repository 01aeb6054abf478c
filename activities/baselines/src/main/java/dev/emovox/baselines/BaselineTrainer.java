package dev.emovox.baselines;

import dev.emovox.domain.BaselineSettings;

/** Fits baselines. Stateless and safe for use by several threads. */
public final class BaselineTrainer {

  /**
   * Fits one model.
   *
   * @param settings which model and its hyperparameters
   * @param table the clips; standardisation is learnt from them and nothing else
   * @param seed of every random choice; the result is a function of the three arguments alone
   */
  public BaselineModel fit(BaselineSettings settings, TrainingTable table, long seed) {
    return pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
