package dev.emovox.tracking;

/**
 * A run in MLflow.
 *
 * @param experimentId MLflow's experiment
 * @param runId MLflow's run
 * @param url where a browser shows it
 */
public record MlflowRun(String experimentId, String runId, String url) {}
