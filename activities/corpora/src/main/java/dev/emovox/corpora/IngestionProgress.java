package dev.emovox.corpora;

import java.util.function.Supplier;

/**
 * Told how far an ingestion is, always by the thread that called it. What it throws ends the
 * ingestion, which is how a caller cancels.
 */
@FunctionalInterface
public interface IngestionProgress {

  /**
   * Another file is done.
   *
   * @param done files done
   * @param total files to do
   */
  void advanced(int done, int total);

  /**
   * Does a part of the work that can't tell how far it is: listing folders, comparing clips.
   *
   * @return what the work returns
   */
  default <T> T during(Supplier<T> work) {
    return work.get();
  }

  /** Tells nobody. */
  static IngestionProgress none() {
    return (done, total) -> {};
  }
}
