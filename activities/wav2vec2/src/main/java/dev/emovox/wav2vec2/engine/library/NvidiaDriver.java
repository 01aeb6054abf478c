package dev.emovox.wav2vec2.engine.library;

import java.util.List;

/**
 * NVIDIA's driver on this machine.
 *
 * @param present whether its library {@code libcuda.so.1} can be loaded
 * @param cudaVersion the newest CUDA that it supports, such as {@code 12.8}; empty if not known
 * @param cards the cards that this process may use
 * @param problem why there are no cards; empty if there are some
 */
public record NvidiaDriver(
    boolean present, String cudaVersion, List<GraphicsCard> cards, String problem) {
  public NvidiaDriver {
    cards = List.copyOf(cards);
  }

  /** A machine without a driver. */
  public static NvidiaDriver none() {
    return new NvidiaDriver(
        false, "", List.of(), "there is no NVIDIA driver (libcuda.so.1 is not found)");
  }

  /** A driver that shows no card. */
  static NvidiaDriver unusable(String problem) {
    return new NvidiaDriver(true, "", List.of(), problem);
  }

  /** The major number of {@link #cudaVersion()}; 0 if that is not known. */
  int cudaMajor() {
    return cudaVersion.isEmpty() ? 0 : Integer.parseInt(cudaVersion.replaceFirst("\\..*", ""));
  }
}
