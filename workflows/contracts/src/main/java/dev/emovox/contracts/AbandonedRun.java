package dev.emovox.contracts;

/**
 * A run in MLflow whose work ended before its time.
 *
 * @param run the network's or a stage's
 * @param state failed or cancelled
 * @param error one paragraph if it failed, else null
 */
public record AbandonedRun(TrackedRun run, RunState state, String error) {}
