package dev.emovox.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which weights a stage leaves as they are.
 *
 * @param featureEncoder whether the convolutions from waveform to features are frozen
 * @param lowestLayers how many transformer layers are frozen, from the lowest; with any, all that
 *     is below them is too
 */
public record FreezingSettings(
    @JsonProperty(defaultValue = "false") boolean featureEncoder,
    @JsonProperty(defaultValue = "0") int lowestLayers) {}
