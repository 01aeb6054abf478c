package dev.emovox.report.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.emovox.evaluation.McNemar;
import dev.emovox.evaluation.PairedDifferences;

/**
 * Two models on the same test clips.
 *
 * @param split name of the split
 * @param first a model
 * @param second another
 * @param test whether their shares of right answers differ
 * @param adjustedPValue the test's, adjusted for all comparisons of the split (Holm 1979)
 * @param differences of their scores, first minus second, with intervals
 */
public record PairedComparison(
    String split,
    String first,
    String second,
    McNemar test,
    @JsonProperty("adjusted_p_value") double adjustedPValue,
    PairedDifferences differences) {}
