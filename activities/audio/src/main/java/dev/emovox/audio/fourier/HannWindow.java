package dev.emovox.audio.fourier;

/** The window of all short-time Fourier transforms here. */
public final class HannWindow {
  private HannWindow() {}

  /**
   * The Hann window whose period is its length. TarsosDSP's is the symmetric one, of a period one
   * sample less, and in single precision, which the quietest bins would show.
   */
  public static double[] periodic(int size) {
    double[] window = new double[size];
    for (int i = 0; i < size; i++) {
      window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
    }
    return window;
  }
}
