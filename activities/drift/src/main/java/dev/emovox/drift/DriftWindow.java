package dev.emovox.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * A full window beside the reference.
 *
 * @param clips how many the window had
 * @param shifts one for each {@link Quantity} in their order, then that of the label
 */
public record DriftWindow(int clips, List<Shift> shifts) {
  public DriftWindow {
    shifts = List.copyOf(shifts);
  }

  /**
   * Compares clips with the reference of the same model.
   *
   * @param clips at least one
   */
  public static DriftWindow of(DriftReference reference, List<Observation> clips) {
    List<Shift> shifts = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      Sample now = Sample.of(clips.stream().mapToDouble(quantity::of));
      shifts.add(Shift.of(quantity, reference.of(quantity), now));
    }
    long[] labels = new long[reference.labels().size()];
    clips.forEach(clip -> labels[clip.verdict().label()]++);
    long[] before = reference.labelCounts().stream().mapToLong(Long::longValue).toArray();
    shifts.add(Shift.ofLabels(before, labels));
    return new DriftWindow(clips.size(), shifts);
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
