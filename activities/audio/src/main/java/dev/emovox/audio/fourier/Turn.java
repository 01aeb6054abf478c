package dev.emovox.audio.fourier;

/**
 * A complex factor.
 *
 * @param cos its real part
 * @param sin its imaginary part
 */
record Turn(double cos, double sin) {

  /** Multiplies the first values of a row. */
  void turn(double[] real, double[] imaginary, int lanes) {
    turn(real, imaginary, cos, sin, lanes);
  }

  // A loop over two arrays and no more, and nothing else: of these vector instructions are made.
  private static void turn(
      double[] real, double[] imaginary, double cos, double sin, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double re = real[lane];
      double im = imaginary[lane];
      real[lane] = re * cos - im * sin;
      imaginary[lane] = re * sin + im * cos;
    }
  }
}
