package dev.emovox.pictures;

/**
 * An axis of counts from zero with at most nine round steps.
 *
 * @param top its upper end, a multiple of the step above the largest count
 * @param step between ticks: 1, 2, 5, 10, 20, 50, …
 */
public record CountAxis(int top, int step) {
  private static final int MOST_STEPS = 8;

  public static CountAxis upTo(int largest) {
    int step = 1;
    while ((long) step * MOST_STEPS < largest) {
      step = leadingDigit(step) == 2 ? step / 2 * 5 : step * 2;
    }
    // Above the largest bar, so that there is room for its number.
    return new CountAxis((largest / step + 1) * step, step);
  }

  private static int leadingDigit(int value) {
    return value < 10 ? value : leadingDigit(value / 10);
  }
}
