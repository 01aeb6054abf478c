package dev.emovox.contracts;

import java.util.List;
import java.util.Optional;

/**
 * What a prediction service tells when its alarm is raised.
 *
 * @param id names the alarm; the same if it is told again
 * @param version version of the model that answers
 * @param digest digest of its package
 * @param raisedAtMillis when, milliseconds since 1970
 * @param shifts what has moved, the farthest first
 * @param retraining what is to be done about it; nothing if empty
 */
public record DriftReport(
    String id,
    String version,
    String digest,
    long raisedAtMillis,
    List<DriftedQuantity> shifts,
    Optional<DriftRetraining> retraining) {
  public DriftReport {
    shifts = List.copyOf(shifts);
  }
}
