package dev.emovox.artifacts;

/** Is told how far a checkpoint's transfer is. */
@FunctionalInterface
public interface CheckpointProgress {

  /**
   * Called often, from the thread that transfers.
   *
   * @param file name of the file that is on its way
   * @param done bytes so far, of all files
   * @param total bytes in all
   */
  void at(String file, long done, long total);

  /** Nobody is told. */
  static CheckpointProgress none() {
    return (file, done, total) -> {};
  }
}
