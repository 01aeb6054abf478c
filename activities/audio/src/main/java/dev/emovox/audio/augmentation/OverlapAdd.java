package dev.emovox.audio.augmentation;

/**
 * Puts a signal together from frames centred on multiples of the hop: each under the window, and
 * the sum divided by the sum of the squared windows, as {@code librosa.istft}.
 */
final class OverlapAdd {
  private final double[] window;
  private final int hop;
  private final double[] sums;
  private final double[] squares;
  private int start;

  /**
   * An empty signal.
   *
   * @param window as long as each frame
   * @param length samples of the signal
   */
  OverlapAdd(double[] window, int hop, int length) {
    this.window = window;
    this.hop = hop;
    this.sums = new double[length];
    this.squares = new double[length];
    this.start = -window.length / 2;
  }

  /** Whether the next frame would lie behind the end. */
  boolean isFull() {
    return start >= sums.length;
  }

  void add(double[] frame) {
    int end = Math.min(window.length, sums.length - start);
    for (int i = Math.max(0, -start); i < end; i++) {
      sums[start + i] += window[i] * frame[i];
      squares[start + i] += window[i] * window[i];
    }
    start += hop;
  }

  float[] samples() {
    float[] samples = new float[sums.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (squares[i] > Double.MIN_NORMAL ? sums[i] / squares[i] : sums[i]);
    }
    return samples;
  }
}
