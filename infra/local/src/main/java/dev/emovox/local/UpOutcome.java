package dev.emovox.local;

/** What {@code up} found. */
public enum UpOutcome {
  /** The stack was started. */
  STARTED,
  /** The home's stack was running already and was left alone. */
  ALREADY_RUNNING
}
