package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Ends a stage that no longer gets better.
 *
 * @param metric what is compared, with the best of all epochs before
 * @param patience how many epochs in a row may be no better than the best
 */
public record EarlyStopping(
    @JsonProperty(defaultValue = "unweighted_average_recall") ValidationMetric metric,
    int patience) {}
