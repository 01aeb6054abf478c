package dev.emovox.audio.fourier;

/**
 * As many complex transforms as a row has values, in place: {@link ComplexTransform} with a row in
 * the place of each value. For one thread at a time.
 */
final class RowTransform {
  final double[][] real;
  final double[][] imaginary;
  private final int size;

  /** Factors of the round that joins transforms of n values, from place n to 2 n. */
  private final double[] turnReal;

  private final double[] turnImaginary;

  /**
   * Transforms.
   *
   * @param size number of values of each, a power of two and at least 4
   * @param most how many at most
   */
  RowTransform(int size, int most) {
    this.size = size;
    real = new double[size][most];
    imaginary = new double[size][most];
    ComplexTransform factors = new ComplexTransform(size);
    turnReal = factors.turnReal;
    turnImaginary = factors.turnImaginary;
  }

  /**
   * Transforms what is in {@link #real} and {@link #imaginary}, in reversed order before.
   *
   * @param lanes how many transforms, those of the first values of all rows
   */
  void run(int lanes) {
    run(0, size, lanes);
  }

  /** Part by part, so that the rows of small parts stay close to the processor. */
  private void run(int start, int count, int lanes) {
    if (count == 2) {
      joinPair(real[start], real[start + 1], lanes);
      joinPair(imaginary[start], imaginary[start + 1], lanes);
      return;
    }
    int span = count / 4;
    for (int part = 0; part < 4 && span > 1; part++) {
      run(start + part * span, span, lanes);
    }
    for (int k = 0; k < span; k++) {
      joinFour(start + k, span, k, lanes);
    }
  }

  /** Two rounds at one place: of {@code span} and of twice as many values. */
  private void joinFour(int row, int span, int k, int lanes) {
    int a = row;
    int b = a + span;
    int c = b + span;
    int d = c + span;
    turn(b, span + k, lanes);
    turn(d, span + k, lanes);
    joinPairs(a, b, lanes);
    joinPairs(c, d, lanes);
    turn(c, 2 * span + k, lanes);
    turn(d, 3 * span + k, lanes);
    joinPairs(a, c, lanes);
    joinPairs(b, d, lanes);
  }

  private void joinPairs(int even, int odd, int lanes) {
    joinPair(real[even], real[odd], lanes);
    joinPair(imaginary[even], imaginary[odd], lanes);
  }

  // Loops over two rows and no more: of these the compiler makes vector instructions.
  private static void joinPair(double[] even, double[] odd, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double first = even[lane];
      double second = odd[lane];
      even[lane] = first + second;
      odd[lane] = first - second;
    }
  }

  private void turn(int row, int factor, int lanes) {
    double sin = turnImaginary[factor];
    if (sin != 0) {
      turn(real[row], imaginary[row], new Turn(turnReal[factor], sin), lanes);
    }
  }

  private record Turn(double cos, double sin) {}

  private static void turn(double[] real, double[] imaginary, Turn by, int lanes) {
    double cos = by.cos();
    double sin = by.sin();
    for (int lane = 0; lane < lanes; lane++) {
      double re = real[lane];
      double im = imaginary[lane];
      real[lane] = re * cos - im * sin;
      imaginary[lane] = re * sin + im * cos;
    }
  }
}
