package dev.emovox.serving.drift;

import dev.emovox.contracts.DriftReport;
import dev.emovox.contracts.DriftRetraining;
import dev.emovox.contracts.DriftedQuantity;
import dev.emovox.drift.DriftRule;
import dev.emovox.drift.Shift;
import dev.emovox.serving.model.ModelIdentity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes of an alarm what Temporal is told.
 *
 * @param rule of the alarm
 * @param retraining what is to be done about alarms
 */
public record DriftReports(DriftRule rule, Optional<DriftRetraining> retraining) {

  /** The report of an alarm, by a name of its own. */
  DriftReport of(DriftState state) {
    ModelIdentity model = state.live().orElseThrow().identity();
    return new DriftReport(
        UUID.randomUUID().toString(),
        model.version(),
        model.digest().toString(),
        state.since().map(Instant::toEpochMilli).orElseThrow(),
        shifts(state.last().orElseThrow().shifts()),
        retraining);
  }

  private List<DriftedQuantity> shifts(List<Shift> shifts) {
    return shifts.stream()
        .filter(shift -> shift.isSignificant(rule.significance()))
        .filter(shift -> shift.stability() > rule.hysteresis().clear())
        .sorted(Comparator.comparingDouble(Shift::stability).reversed())
        .map(DriftReports::quantity)
        .toList();
  }

  private static DriftedQuantity quantity(Shift shift) {
    return new DriftedQuantity(
        shift.quantity(),
        shift.stability(),
        shift.distance(),
        number(shift.reference()),
        number(shift.window()));
  }

  private static Optional<Double> number(double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
  }
}
