package dev.emovox.audit.evidence;

import java.util.Map;

/**
 * What MLflow holds about a run.
 *
 * @param params parameters
 * @param tags tags
 */
public record TrackedValues(Map<String, String> params, Map<String, String> tags) {}
