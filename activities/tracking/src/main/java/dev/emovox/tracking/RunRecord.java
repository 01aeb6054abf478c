package dev.emovox.tracking;

import java.util.Map;

/**
 * What MLflow holds about a run.
 *
 * @param run the run
 * @param status MLflow's word: RUNNING, FINISHED, FAILED, KILLED or SCHEDULED
 * @param artifactUri folder of its artefacts
 * @param params parameters
 * @param metrics newest value of every metric
 * @param tags tags
 */
public record RunRecord(
    MlflowRun run,
    String status,
    String artifactUri,
    Map<String, String> params,
    Map<String, Double> metrics,
    Map<String, String> tags) {}
