package dev.emovox.pictures;

import java.util.List;
import java.util.stream.LongStream;

/**
 * An axis over a range of values, with round ticks inside it.
 *
 * @param low value at its lower end
 * @param high value at its upper end, larger
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record RangeAxis(double low, double high, double step) {

  /** An axis from one value to a larger one with about so many ticks. */
  static RangeAxis between(double low, double high, int ticks) {
    double rough = (high - low) / ticks;
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
    double leading = rough / power;
    double round = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10;
    return new RangeAxis(low, high, round * power);
  }

  /** The values that have a tick. */
  List<Double> ticks() {
    long first = (long) StrictMath.ceil(low / step - 1e-9);
    long last = (long) StrictMath.floor(high / step + 1e-9);
    return LongStream.rangeClosed(first, last).mapToObj(i -> i * step).toList();
  }

  /** Where a value is on the axis, from 0 at its lower end to 1. */
  double place(double value) {
    return (value - low) / (high - low);
  }
}
