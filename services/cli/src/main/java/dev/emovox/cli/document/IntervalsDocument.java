package dev.emovox.cli.document;

import dev.emovox.domain.Scores;

/** The confidence intervals beside the scores of the same names. */
public record IntervalsDocument(
    IntervalDocument accuracy,
    IntervalDocument weightedF1,
    IntervalDocument macroF1,
    IntervalDocument unweightedAverageRecall) {

  static IntervalsDocument of(Scores scores) {
    return new IntervalsDocument(
        IntervalDocument.of(scores.accuracy()),
        IntervalDocument.of(scores.weightedF1()),
        IntervalDocument.of(scores.macroF1()),
        IntervalDocument.of(scores.unweightedAverageRecall()));
  }
}
