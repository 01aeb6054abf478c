package dev.emovox.cli.experiment;

/**
 * Which model of a run is registered.
 *
 * @param modelName registered model; {@code emovox} if left out
 * @param split the split whose models are candidates
 */
public record RegistrationChoice(String modelName, String split) {}
