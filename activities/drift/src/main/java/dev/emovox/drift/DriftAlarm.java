package dev.emovox.drift;

/**
 * The state of the alarm after some windows: a machine of two states that counts the windows which
 * speak for the other one. Immutable.
 *
 * @param raised whether there is an alarm
 * @param streak windows in a row that spoke for the other state
 */
public record DriftAlarm(boolean raised, int streak) {

  /** No alarm, before any window. */
  public static DriftAlarm quiet() {
    return new DriftAlarm(false, 0);
  }

  /**
   * The state after one more window.
   *
   * @param measure how large its shift is
   */
  public DriftAlarm after(double measure, Hysteresis rule) {
    boolean against = raised ? measure <= rule.clear() : measure >= rule.raise();
    if (!against) {
      return new DriftAlarm(raised, 0);
    }
    return streak + 1 >= rule.windows()
        ? new DriftAlarm(!raised, 0)
        : new DriftAlarm(raised, streak + 1);
  }
}
