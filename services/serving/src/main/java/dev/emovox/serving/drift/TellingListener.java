package dev.emovox.serving.drift;

/** Told how telling goes. Called by the thread that tells; never throws. */
public interface TellingListener {

  /** An alarm was told. */
  void told();

  /** An alarm could not be told; it is tried again. */
  void notTold(RuntimeException failure);

  /** An alarm was given up, since newer ones wait. */
  void givenUp();
}
