package dev.emovox.wav2vec2.hub.transfer;

/** Is told how far a download is. */
@FunctionalInterface
public interface TransferProgress {

  /**
   * Called often, from the thread that downloads.
   *
   * @param file name of the file that is on its way
   * @param done bytes that came so far, of all files
   * @param total bytes that have to come; what was there already is in neither
   */
  void at(String file, long done, long total);

  /** Nobody is told. */
  static TransferProgress none() {
    return (file, done, total) -> {};
  }
}
