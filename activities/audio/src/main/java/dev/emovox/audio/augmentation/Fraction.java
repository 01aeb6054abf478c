package dev.emovox.audio.augmentation;

/**
 * A fraction in lowest terms.
 *
 * @param numerator above zero
 * @param denominator above zero
 */
record Fraction(int numerator, int denominator) {
  /** Most of either number: a resampler's filters for so many phases take about 2 MB. */
  private static final int MOST = 2000;

  /** The last convergent of the value's continued fraction whose numbers are not too large. */
  static Fraction near(double value) {
    long numerator = (long) value;
    long denominator = 1;
    long numeratorBefore = 1;
    long denominatorBefore = 0;
    double rest = value - numerator;
    while (rest > 1.0 / MOST / MOST) {
      long whole = (long) (1 / rest);
      rest = 1 / rest - whole;
      long nextNumerator = whole * numerator + numeratorBefore;
      long nextDenominator = whole * denominator + denominatorBefore;
      if (nextNumerator > MOST || nextDenominator > MOST) {
        break;
      }
      numeratorBefore = numerator;
      denominatorBefore = denominator;
      numerator = nextNumerator;
      denominator = nextDenominator;
    }
    return new Fraction((int) numerator, (int) denominator);
  }
}
