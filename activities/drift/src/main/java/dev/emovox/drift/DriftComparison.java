package dev.emovox.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a window is from the reference, quantity by quantity.
 *
 * @param shifts one for each {@link Quantity} in their order, then that of the label
 */
public record DriftComparison(List<Shift> shifts) {
  public DriftComparison {
    shifts = List.copyOf(shifts);
  }

  /** Compares a window with the reference of the same model. */
  public static DriftComparison of(Observations reference, Observations window) {
    List<Shift> shifts = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      Sample before = reference.sample(quantity);
      Sample now = window.sample(quantity);
      shifts.add(
          new Shift(
              quantity.word(),
              PopulationStability.of(before, now),
              KolmogorovSmirnov.of(before, now).probability()));
    }
    shifts.add(
        new Shift(Shift.LABEL, PopulationStability.of(reference.labels(), window.labels()), 0));
    return new DriftComparison(shifts);
  }

  /**
   * The largest index of all shifts that are hardly chance; 0 if there is none.
   *
   * @param level p-value below which a shift counts
   */
  public double largest(double level) {
    return shifts.stream()
        .filter(shift -> shift.isSignificant(level))
        .mapToDouble(Shift::stability)
        .max()
        .orElse(0);
  }
}
