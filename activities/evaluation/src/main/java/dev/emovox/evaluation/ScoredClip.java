package dev.emovox.evaluation;

import java.util.List;

/**
 * A test clip and what a model said about it; a row of the predictions table.
 *
 * @param id the clip's id in the manifest
 * @param corpus where it comes from
 * @param speaker who speaks
 * @param label its true class
 * @param predicted the class that the model gave it
 * @param probabilities one a class, in the order of the model's label set
 */
public record ScoredClip(
    String id,
    String corpus,
    String speaker,
    String label,
    String predicted,
    List<Double> probabilities) {}
