package dev.emovox.audio.fourier;

/**
 * One value of each of many complex signals.
 *
 * @param real real parts, one a signal
 * @param imaginary imaginary parts
 */
// Arrays on purpose: buffers that are filled anew for every clip.
@SuppressWarnings("ArrayRecordComponent")
record Row(double[] real, double[] imaginary) {

  static Row ofWidth(int width) {
    return new Row(new double[width], new double[width]);
  }

  /** The same arrays, real and imaginary parts exchanged. */
  Row exchanged() {
    return new Row(/* real= */ imaginary, /* imaginary= */ real);
  }

  /** Puts the sums of two arrays' first values into the one and the differences into the other. */
  // A loop over two arrays and no more: of these the compiler makes vector instructions.
  static void addAndSubtract(double[] first, double[] second, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double one = first[lane];
      double other = second[lane];
      first[lane] = one + other;
      second[lane] = one - other;
    }
  }
}
