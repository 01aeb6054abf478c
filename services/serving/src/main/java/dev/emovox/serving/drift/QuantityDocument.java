package dev.emovox.serving.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.drift.DriftRule;
import dev.emovox.drift.DriftWindow;
import dev.emovox.drift.Shift;
import java.util.List;

/**
 * How far a quantity of the last window is from the reference.
 *
 * @param quantity {@code level} in decibels, {@code seconds}, {@code brightness} in hertz, {@code
 *     pauses} and {@code confidence} as shares, {@code entropy} in nats, or {@code label}
 * @param psi population stability index
 * @param ks Kolmogorov-Smirnov distance; of the label total variation distance
 * @param probability p-value
 * @param significant whether it is hardly chance
 * @param referenceMedian absent for the label
 * @param windowMedian absent for the label
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuantityDocument(
    String quantity,
    double psi,
    double ks,
    double probability,
    boolean significant,
    Double referenceMedian,
    Double windowMedian) {

  static List<QuantityDocument> of(DriftWindow window, DriftRule rule) {
    return window.shifts().stream().map(shift -> of(shift, rule)).toList();
  }

  private static QuantityDocument of(Shift shift, DriftRule rule) {
    return new QuantityDocument(
        shift.quantity(),
        shift.stability(),
        shift.distance(),
        shift.probability(),
        shift.isSignificant(rule.significance()),
        number(shift.reference()),
        number(shift.window()));
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
