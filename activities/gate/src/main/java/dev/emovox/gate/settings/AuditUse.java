package dev.emovox.gate.settings;

/** Whether a gate asks the audit. */
public enum AuditUse {
  /** No. */
  OFF,
  /** Yes: an error that it finds, or an audit that can't be made, fails the gate. */
  REQUIRED
}
