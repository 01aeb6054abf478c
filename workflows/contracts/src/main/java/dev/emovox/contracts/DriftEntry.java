package dev.emovox.contracts;

/**
 * An alarm and what was done about it.
 *
 * @param report the alarm
 * @param response what was done
 */
public record DriftEntry(DriftReport report, DriftResponse response) {}
