package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is done to a training clip, drawn anew from clip, epoch and seed each time it is used.
 *
 * @param probability share of clips that are changed at all
 * @param gainDecibels the level is changed by at most this much, up or down
 * @param noiseDecibels white noise is added at a signal-to-noise ratio of at least this; none if 0
 * @param shiftSeconds the clip begins at most this much later, with silence before it
 */
public record AugmentationSettings(
    @JsonProperty(defaultValue = "0.0") double probability,
    @JsonProperty(defaultValue = "0.0") double gainDecibels,
    @JsonProperty(defaultValue = "0.0") double noiseDecibels,
    @JsonProperty(defaultValue = "0.0") double shiftSeconds) {}
