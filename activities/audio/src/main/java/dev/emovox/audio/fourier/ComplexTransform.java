package dev.emovox.audio.fourier;

/**
 * The discrete Fourier transform of a complex signal, in place: radix 2 with decimation in time (J.
 * W. Cooley and J. W. Tukey, 1965), two rounds of butterflies at a time, so that each value is read
 * and written half as often. The arithmetic is that of single rounds, to the bit.
 *
 * <p>Buffers are reused; for one thread at a time.
 */
final class ComplexTransform {
  final double[] real;
  final double[] imaginary;
  private final int size;

  /** Factors of the round that joins transforms of n values, from place n to 2 n. */
  final double[] turnReal;

  final double[] turnImaginary;

  /**
   * A transform.
   *
   * @param size number of values, a power of two
   */
  ComplexTransform(int size) {
    this.size = size;
    real = new double[size];
    imaginary = new double[size];
    turnReal = new double[size];
    turnImaginary = new double[size];
    for (int span = 1; span < size; span *= 2) {
      for (int k = 0; k < span; k++) {
        // The angle's product in the order of its whole table, of which these are a part.
        int place = k * (size / span);
        turnReal[span + k] = Math.cos(2 * Math.PI * place / (2 * size));
        turnImaginary[span + k] = -Math.sin(2 * Math.PI * place / (2 * size));
      }
    }
  }

  /** The place at which each value has to be put before {@link #run}. */
  int[] reversedPlaces() {
    return reversedPlaces(size);
  }

  static int[] reversedPlaces(int size) {
    int[] reversed = new int[size];
    for (int i = 1; i < size; i++) {
      reversed[i] = Integer.reverse(i) >>> (Integer.numberOfLeadingZeros(size) + 1);
    }
    return reversed;
  }

  /** Transforms what is in {@link #real} and {@link #imaginary}, in reversed order before. */
  void run() {
    boolean odd = Integer.numberOfTrailingZeros(size) % 2 == 1;
    if (odd) {
      joinPairs();
    } else {
      joinFours();
    }
    for (int span = odd ? 2 : 4; span < size; span *= 4) {
      for (int start = 0; start < size; start += 4 * span) {
        joinFour(start, span);
      }
    }
  }

  /** The first round, whose factors are 1. */
  private void joinPairs() {
    for (int even = 0; even < size; even += 2) {
      double oddReal = real[even + 1];
      double oddImaginary = imaginary[even + 1];
      real[even + 1] = real[even] - oddReal;
      imaginary[even + 1] = imaginary[even] - oddImaginary;
      real[even] += oddReal;
      imaginary[even] += oddImaginary;
    }
  }

  /** The first two rounds, all but one of whose factors are 1. */
  private void joinFours() {
    double cosine = size < 4 ? 1 : turnReal[3];
    double sine = size < 4 ? 0 : turnImaginary[3];
    for (int a = 0; a + 3 < size; a += 4) {
      double evenReal = real[a] + real[a + 1];
      double evenImaginary = imaginary[a] + imaginary[a + 1];
      double otherReal = real[a] - real[a + 1];
      double otherImaginary = imaginary[a] - imaginary[a + 1];
      double oddReal = real[a + 2] + real[a + 3];
      double oddImaginary = imaginary[a + 2] + imaginary[a + 3];
      double lastReal = real[a + 2] - real[a + 3];
      double lastImaginary = imaginary[a + 2] - imaginary[a + 3];
      double turnedReal = lastReal * cosine - lastImaginary * sine;
      double turnedImaginary = lastReal * sine + lastImaginary * cosine;
      real[a] = evenReal + oddReal;
      imaginary[a] = evenImaginary + oddImaginary;
      real[a + 1] = otherReal + turnedReal;
      imaginary[a + 1] = otherImaginary + turnedImaginary;
      real[a + 2] = evenReal - oddReal;
      imaginary[a + 2] = evenImaginary - oddImaginary;
      real[a + 3] = otherReal - turnedReal;
      imaginary[a + 3] = otherImaginary - turnedImaginary;
    }
  }

  /** Joins four neighbouring transforms of {@code span} values to one. */
  private void joinFour(int start, int span) {
    int first = 2 * span;
    int second = 3 * span;
    for (int a = start, k = 0; k < span; a++, k++) {
      int b = a + span;
      int c = b + span;
      int d = c + span;
      double cos = turnReal[span + k];
      double sin = turnImaginary[span + k];
      double bReal = real[b] * cos - imaginary[b] * sin;
      double bImaginary = real[b] * sin + imaginary[b] * cos;
      double dReal = real[d] * cos - imaginary[d] * sin;
      double dImaginary = real[d] * sin + imaginary[d] * cos;
      double oddReal = real[c] + dReal;
      double oddImaginary = imaginary[c] + dImaginary;
      double lastReal = real[c] - dReal;
      double lastImaginary = imaginary[c] - dImaginary;
      double cReal = oddReal * turnReal[first + k] - oddImaginary * turnImaginary[first + k];
      double cImaginary = oddReal * turnImaginary[first + k] + oddImaginary * turnReal[first + k];
      dReal = lastReal * turnReal[second + k] - lastImaginary * turnImaginary[second + k];
      dImaginary = lastReal * turnImaginary[second + k] + lastImaginary * turnReal[second + k];
      real[c] = real[a] + bReal - cReal;
      imaginary[c] = imaginary[a] + bImaginary - cImaginary;
      real[d] = real[a] - bReal - dReal;
      imaginary[d] = imaginary[a] - bImaginary - dImaginary;
      real[b] = real[a] - bReal + dReal;
      imaginary[b] = imaginary[a] - bImaginary + dImaginary;
      real[a] = real[a] + bReal + cReal;
      imaginary[a] = imaginary[a] + bImaginary + cImaginary;
    }
  }
}
