package dev.emovox.records.rows;

import java.util.List;

/**
 * A clip's features; a row of the feature table.
 *
 * @param id the clip's id in the manifest
 * @param corpus where it comes from
 * @param speaker who speaks
 * @param emotion its class
 * @param values the feature vector, in the order of the extractor's names
 */
public record FeatureRow(
    String id, String corpus, String speaker, String emotion, List<Double> values) {}
