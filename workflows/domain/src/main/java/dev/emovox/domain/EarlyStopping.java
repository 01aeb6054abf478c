package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Ends a stage that no longer gets better.
 *
 * @param metric what is compared, with the best of all epochs before
 * @param patience the stage ends after this many epochs in a row that were no better than the best
 *     before them; equal is no better
 */
public record EarlyStopping(
    @JsonProperty(defaultValue = "unweighted_average_recall") ValidationMetric metric,
    int patience) {}
