package dev.emovox.contracts;

/**
 * A network whose training begins.
 *
 * @param name what it is called in results
 * @param split name of the split
 * @param start what it starts from
 * @param trackedRun its run in MLflow
 */
public record NetworkStart(
    String name, String split, PreparedTraining start, TrackedRun trackedRun) {}
