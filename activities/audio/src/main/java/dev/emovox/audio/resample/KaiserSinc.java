package dev.emovox.audio.resample;

/**
 * The impulse response of the low-pass filter: a sinc under a Kaiser window.
 *
 * <p>In units of the lower of the two Nyquist frequencies, the pass band ends at 0.9 and the stop
 * band begins at 1, so nothing folds back. Window length and shape follow J. F. Kaiser,
 * "Nonrecursive digital filter design using the I0-sinh window function" (1974), for 100 dB.
 */
final class KaiserSinc {
  private static final KaiserWindow WINDOW = new KaiserWindow(100);
  private static final double PASS_EDGE = 0.9;
  private static final double STOP_EDGE = 1.0;
  private static final double CUTOFF = (PASS_EDGE + STOP_EDGE) / 2;

  /** Half the length of the response, in samples of the lower rate. */
  static final double HALF_LENGTH = WINDOW.taps(Math.PI * (STOP_EDGE - PASS_EDGE)) / 2;

  private KaiserSinc() {}

  /**
   * The response.
   *
   * @param time samples of the lower rate from the centre
   */
  static double at(double time) {
    double position = time / HALF_LENGTH;
    if (Math.abs(position) >= 1) {
      return 0;
    }
    double window = WINDOW.at(position);
    double angle = Math.PI * CUTOFF * time;
    return angle == 0 ? window : window * Math.sin(angle) / angle;
  }
}
