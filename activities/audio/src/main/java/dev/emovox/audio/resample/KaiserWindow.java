package dev.emovox.audio.resample;

/**
 * The window for filters by J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh
 * window function" (1974). Immutable and safe for use by several threads.
 */
public final class KaiserWindow {
  private final double attenuation;
  private final double beta;
  private final double scale;

  /**
   * A window.
   *
   * @param attenuation decibels in the stop band, above 50
   */
  public KaiserWindow(double attenuation) {
    this.attenuation = attenuation;
    beta = 0.1102 * (attenuation - 8.7);
    scale = 1 / bessel(beta);
  }

  /**
   * How many taps a filter needs.
   *
   * @param transition radians per sample from the pass band to the stop band
   */
  public double taps(double transition) {
    return (attenuation - 7.95) / (2.285 * transition);
  }

  /**
   * The window's value.
   *
   * @param position from -1 to 1, the centre 0
   */
  public double at(double position) {
    return bessel(beta * Math.sqrt(1 - position * position)) * scale;
  }

  /** The modified Bessel function of the first kind and order zero, by its power series. */
  private static double bessel(double x) {
    double quarter = x * x / 4;
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= quarter / ((double) k * k);
      sum += term;
    }
    return sum;
  }
}
