package dev.emovox.contracts;

/**
 * Which model of the run goes to the registry: the one with the best unweighted average recall on
 * the validation part of a split, ties going to the model named first. Test results play no part.
 *
 * @param modelName registered model
 * @param split name of the split whose models are candidates
 */
public record RegistrationPlan(String modelName, String split) {}
