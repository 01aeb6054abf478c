package dev.emovox.audio.fourier;

/**
 * As many complex transforms as a row has values, in place: {@link ComplexTransform} with a row in
 * the place of each value. For one thread at a time.
 */
final class RowTransform {
  private final Row[] rows;
  private final int size;
  private final Turn[] turns;

  /**
   * Transforms.
   *
   * @param rows what they work on, as many as each transform has values: a power of two and at
   *     least 4. Values come in reversed order, and leave in order
   */
  RowTransform(Row[] rows) {
    this.rows = rows.clone();
    size = rows.length;
    turns = new Turn[size];
    ComplexTransform factors = new ComplexTransform(size);
    for (int i = 0; i < size; i++) {
      turns[i] = new Turn(factors.turnReal[i], factors.turnImaginary[i]);
    }
  }

  /**
   * Transforms what is in the rows.
   *
   * @param lanes how many transforms, those of the first values of all rows
   */
  void run(int lanes) {
    run(0, size, lanes);
  }

  /** Part by part, so that the rows of small parts stay close to the processor. */
  private void run(int start, int count, int lanes) {
    if (count == 2) {
      join(rows[start], rows[start + 1], lanes);
      return;
    }
    int span = count / 4;
    for (int part = 0; part < 4 && span > 1; part++) {
      run(start + part * span, span, lanes);
    }
    joinFirst(start, span, lanes);
    for (int k = 1; k < span; k++) {
      joinFour(start + k, span, k, lanes);
    }
  }

  /** Two rounds at a part's first place, whose factors are 1 and -i. */
  private void joinFirst(int start, int span, int lanes) {
    Row a = rows[start];
    Row b = rows[start + span];
    Row c = rows[start + 2 * span];
    Row d = rows[start + 3 * span];
    join(a, b, lanes);
    join(c, d, lanes);
    join(a, c, lanes);
    joinQuarter(b, d, lanes);
  }

  /** Two rounds at one place: of {@code span} and of twice as many values. */
  private void joinFour(int start, int span, int k, int lanes) {
    Row a = rows[start];
    Row b = rows[start + span];
    Row c = rows[start + 2 * span];
    Row d = rows[start + 3 * span];
    join(a, b, turns[span + k], lanes);
    join(c, d, turns[span + k], lanes);
    join(a, c, turns[2 * span + k], lanes);
    join(b, d, turns[3 * span + k], lanes);
  }

  private static void join(Row even, Row odd, Turn by, int lanes) {
    by.turn(odd.real(), odd.imaginary(), lanes);
    join(even, odd, lanes);
  }

  private static void join(Row even, Row odd, int lanes) {
    Row.addAndSubtract(even.real(), odd.real(), lanes);
    Row.addAndSubtract(even.imaginary(), odd.imaginary(), lanes);
  }

  private static void joinQuarter(Row even, Row odd, int lanes) {
    turnQuarter(odd.real(), odd.imaginary(), lanes);
    join(even, odd, lanes);
  }

  private static void turnQuarter(double[] real, double[] imaginary, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double re = real[lane];
      real[lane] = imaginary[lane];
      imaginary[lane] = -re;
    }
  }
}
