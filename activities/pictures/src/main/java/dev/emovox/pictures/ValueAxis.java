package dev.emovox.pictures;

/**
 * An axis of values from zero with at most five round steps.
 *
 * @param steps how many
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
public record ValueAxis(int steps, double step) {
  private static final int MOST_STEPS = 5;
  private static final double ROUNDING = 1e-9;

  /** An axis that reaches as far as a value; to 1 for a value that is no length. */
  public static ValueAxis upTo(double largest) {
    double top = Double.isFinite(largest) && largest > 0 ? largest : 1;
    double step = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(top)) - 1);
    int leading = 1;
    while (step * leading * MOST_STEPS < top * (1 - ROUNDING)) {
      leading = leading == 2 ? 5 : leading * 2;
      if (leading == 10) {
        leading = 1;
        step *= 10;
      }
    }
    double width = step * leading;
    return new ValueAxis((int) StrictMath.ceil(top / width - ROUNDING), width);
  }

  public double top() {
    return steps * step;
  }

  public double tick(int index) {
    return index * step;
  }
}
