package dev.emovox.cli.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which model of a run is registered.
 *
 * @param modelName registered model; {@code emovox} if left out
 * @param split the split whose models are candidates
 */
public record RegistrationChoice(
    @JsonProperty(defaultValue = "emovox") String modelName, String split) {}
