package dev.emovox.drift;

import dev.emovox.domain.InvalidInputException;

/**
 * When an alarm is raised and when it is taken back. Between the two bounds nothing changes, so
 * that a measure that wavers about one bound does not start a training with every window.
 *
 * @param raise at least so large for {@code windows} windows in a row raises the alarm
 * @param clear at most so large for {@code windows} windows in a row takes it back; below raise
 * @param windows at least 1
 */
public record Hysteresis(double raise, double clear, int windows) {
  public Hysteresis {
    if (!(clear >= 0 && clear < raise) || windows < 1) {
      throw new InvalidInputException(
          "An alarm needs a bound to be raised (%s) above the one to be taken back (%s), and at least one window (%d)."
              .formatted(raise, clear, windows));
    }
  }
}
