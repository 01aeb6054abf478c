package dev.emovox.serving.prediction;

/**
 * Where the bytes of a clip come from. Asked once by each model that tries, on a thread that may be
 * kept busy.
 */
@FunctionalInterface
public interface ClipSource {

  /** The content of an audio file. */
  byte[] read();
}
