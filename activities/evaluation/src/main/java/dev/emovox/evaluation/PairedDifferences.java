package dev.emovox.evaluation;

import dev.emovox.domain.Estimate;

/**
 * How much better the first of two models is than the second on the same clips: the differences of
 * their scores, between -1 and 1, with intervals; negative where the second is better.
 *
 * @param clips number of clips
 * @param accuracy difference of accuracies
 * @param weightedF1 difference of weighted F1
 * @param macroF1 difference of macro F1
 * @param unweightedAverageRecall difference of unweighted average recalls
 */
public record PairedDifferences(
    int clips,
    Estimate accuracy,
    Estimate weightedF1,
    Estimate macroF1,
    Estimate unweightedAverageRecall) {}
