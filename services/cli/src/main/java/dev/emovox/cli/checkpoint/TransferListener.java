package dev.emovox.cli.checkpoint;

import dev.emovox.artifacts.CheckpointProgress;

/** Hears of long transfers. */
public interface TransferListener {

  /**
   * Called often while bytes pass.
   *
   * @param work what is done, in a word
   * @param file name of the file
   * @param done bytes so far
   * @param total bytes in all
   */
  void passed(String work, String file, long done, long total);

  /** Called with a line that people should read. */
  void say(String line);

  /** The part of it that an item of work needs. */
  default CheckpointProgress during(String work) {
    return (file, done, total) -> passed(work, file, done, total);
  }

  /** Nobody listens. */
  static TransferListener none() {
    return new TransferListener() {
      @Override
      public void passed(String work, String file, long done, long total) {}

      @Override
      public void say(String line) {}
    };
  }
}
