package dev.emovox.gate.settings;

/** What of an estimate is held against a limit. */
public enum Measure {
  /** The value on all clips. */
  VALUE,
  /** The lower end of its 95 % interval, so that luck with few clips does not pass. */
  INTERVAL
}
