package dev.emovox.contracts;

/**
 * A model that may be registered, be it a baseline or a network.
 *
 * @param name what it is called in results
 * @param split name of the split
 * @param validationUnweightedAverageRecall on the validation part; what registration goes by
 * @param evaluation its test
 * @param modelPackage output {@code package}
 */
public record Candidate(
    String name,
    String split,
    double validationUnweightedAverageRecall,
    EvaluationOutcome evaluation,
    StageResult modelPackage) {}
