package dev.emovox.corpora;

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

  /** Tells nobody. */
  static IngestionProgress none() {
    return (done, total) -> {};
  }
}
