package dev.emovox.audio.fourier;

/**
 * As many complex transforms as a row has values, in place: radix 4 with decimation in time (J. W.
 * Cooley and J. W. Tukey, 1965), with a row in the place of each value. For one thread at a time.
 */
final class RowTransform {
  private final Row[] rows;
  private final Factors[] factors;

  /** What the parts of four are multiplied with, at one place: a factor, its square and cube. */
  private record Factors(Turn first, Turn second, Turn third) {
    static Factors at(int place, int size) {
      return new Factors(
          Turn.at(place, size), Turn.at(2L * place, size), Turn.at(3L * place, size));
    }
  }

  /**
   * Transforms.
   *
   * @param rows what they work on, as many as each transform has values: a power of two and at
   *     least 4. Values come in reversed order, and leave in order
   */
  RowTransform(Row[] rows) {
    this.rows = rows.clone();
    factors = new Factors[rows.length];
    for (int span = rows.length / 4; span > 0; span /= 4) {
      for (int k = 0; k < span; k++) {
        factors[span + k] = Factors.at(k, 4 * span);
      }
    }
  }

  /**
   * Transforms what is in the rows.
   *
   * @param lanes how many transforms, those of the first values of all rows
   */
  void run(int lanes) {
    run(0, rows.length, lanes);
  }

  /** Part by part, so that the rows of small parts stay close to the processor. */
  private void run(int start, int count, int lanes) {
    if (count == 2) {
      rows[start].join(rows[start + 1], lanes);
      return;
    }
    int span = count / 4;
    for (int part = 0; part < 4 && span > 1; part++) {
      run(start + part * span, span, lanes);
    }
    for (int k = 0; k < span; k++) {
      joinFour(start + k, span, factors[span + k], lanes);
    }
  }

  /** The parts come in reversed order: of places 0, 2, 1 and 3 in each four. */
  private void joinFour(int start, int span, Factors by, int lanes) {
    Row a = rows[start];
    Row b = rows[start + span];
    Row c = rows[start + 2 * span];
    Row d = rows[start + 3 * span];
    if (!by.first().isOne()) {
      c.turn(by.first(), lanes);
      b.turn(by.second(), lanes);
      d.turn(by.third(), lanes);
    }
    a.join(b, lanes);
    c.join(d, lanes);
    a.join(c, lanes);
    b.joinQuarter(d, lanes);
  }
}
