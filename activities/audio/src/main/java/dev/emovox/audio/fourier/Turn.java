package dev.emovox.audio.fourier;

/**
 * A complex factor.
 *
 * @param cos its real part
 * @param sin its imaginary part
 */
record Turn(double cos, double sin) {

  /** Multiplies the first values of a row. */
  // A loop over two arrays and no more: of these the compiler makes vector instructions.
  void turn(double[] real, double[] imaginary, int lanes) {
    double re = cos;
    double im = sin;
    for (int lane = 0; lane < lanes; lane++) {
      double first = real[lane];
      double second = imaginary[lane];
      real[lane] = first * re - second * im;
      imaginary[lane] = first * im + second * re;
    }
  }
}
