package dev.emovox.contracts;

import java.util.List;

/**
 * The last alarms of a model.
 *
 * @param alarms the oldest first
 * @param retrainedAtMillis when a schedule last fired for drift, milliseconds since 1970; 0 if
 *     never
 */
public record DriftHistory(List<DriftEntry> alarms, long retrainedAtMillis) {
  public DriftHistory {
    alarms = List.copyOf(alarms);
  }

  /** Nothing yet. */
  public static DriftHistory none() {
    return new DriftHistory(List.of(), 0);
  }
}
