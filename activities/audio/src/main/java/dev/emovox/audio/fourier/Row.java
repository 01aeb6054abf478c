package dev.emovox.audio.fourier;

/**
 * One value of each of many complex signals.
 *
 * <p>Its loops run from zero over two rows' whole arrays at most, and take no factor where they
 * write both: of these the compiler makes vector instructions.
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

  /** Multiplies by a factor. */
  void turn(Turn by, int lanes) {
    double[] re = real;
    double[] im = imaginary;
    double cos = by.cos();
    double sin = by.sin();
    for (int lane = 0; lane < lanes; lane++) {
      double first = re[lane];
      double second = im[lane];
      re[lane] = first * cos - second * sin;
      im[lane] = first * sin + second * cos;
    }
  }

  /** A butterfly: another row becomes the difference, and this one the sum. */
  void join(Row other, int lanes) {
    double[] re = real;
    double[] im = imaginary;
    double[] otherRe = other.real;
    double[] otherIm = other.imaginary;
    for (int lane = 0; lane < lanes; lane++) {
      double a = re[lane];
      double b = im[lane];
      double c = otherRe[lane];
      double d = otherIm[lane];
      re[lane] = a + c;
      im[lane] = b + d;
      otherRe[lane] = a - c;
      otherIm[lane] = b - d;
    }
  }

  /** The butterfly of another row times -i. */
  void joinQuarter(Row other, int lanes) {
    double[] re = real;
    double[] im = imaginary;
    double[] otherRe = other.real;
    double[] otherIm = other.imaginary;
    for (int lane = 0; lane < lanes; lane++) {
      double a = re[lane];
      double b = im[lane];
      double c = otherIm[lane];
      double d = -otherRe[lane];
      re[lane] = a + c;
      im[lane] = b + d;
      otherRe[lane] = a - c;
      otherIm[lane] = b - d;
    }
  }

  /**
   * Takes apart what two real signals have in a bin and in its mirror, when the one was the real
   * and the other the imaginary part of a complex signal: twice the first stays here, twice the
   * second in the mirror.
   */
  void separate(Row mirror, int lanes) {
    double[] re = real;
    double[] im = imaginary;
    double[] mirrorRe = mirror.real;
    double[] mirrorIm = mirror.imaginary;
    for (int lane = 0; lane < lanes; lane++) {
      double a = re[lane];
      double b = im[lane];
      double c = mirrorRe[lane];
      double d = mirrorIm[lane];
      re[lane] = a + c;
      im[lane] = b - d;
      mirrorRe[lane] = b + d;
      mirrorIm[lane] = c - a;
    }
  }

  /** Undoes {@link #separate}, times two. */
  void unite(Row mirror, int lanes) {
    double[] re = real;
    double[] im = imaginary;
    double[] mirrorRe = mirror.real;
    double[] mirrorIm = mirror.imaginary;
    for (int lane = 0; lane < lanes; lane++) {
      double a = re[lane];
      double b = im[lane];
      double c = mirrorRe[lane];
      double d = mirrorIm[lane];
      re[lane] = a - d;
      im[lane] = b + c;
      mirrorRe[lane] = a + d;
      mirrorIm[lane] = c - b;
    }
  }

  /** Makes the sum of both parts the real one, and the difference the imaginary one. */
  void addAndSubtract(int lanes) {
    double[] re = real;
    double[] im = imaginary;
    for (int lane = 0; lane < lanes; lane++) {
      double a = re[lane];
      double b = im[lane];
      re[lane] = a + b;
      im[lane] = a - b;
    }
  }

  void twice(int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      real[lane] *= 2;
      imaginary[lane] *= 2;
    }
  }
}
