package dev.emovox.contracts;

/**
 * A wish that a model be trained again when it drifts.
 *
 * @param schedule the schedule that is to fire
 * @param pauseSeconds how long after it fired for drift it does not fire for drift again
 */
public record DriftRetraining(String schedule, long pauseSeconds) {}
