package dev.emovox.domain;

/**
 * How well a set of clips was classified. All values are shares between 0 and 1.
 *
 * @param clips number of clips
 * @param accuracy share of clips that were classified right
 * @param weightedF1 F1 averaged over classes by their number of clips
 * @param macroF1 F1 averaged over the classes that occur, each counting the same
 * @param unweightedAverageRecall recall averaged over the classes that occur
 */
public record Scores(
    int clips,
    Estimate accuracy,
    Estimate weightedF1,
    Estimate macroF1,
    Estimate unweightedAverageRecall) {}
