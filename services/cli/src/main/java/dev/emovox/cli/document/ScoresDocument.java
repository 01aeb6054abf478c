package dev.emovox.cli.document;

import dev.emovox.domain.Scores;

/** How well clips were classified: shares between 0 and 1. */
public record ScoresDocument(
    int clips,
    double accuracy,
    double weightedF1,
    double macroF1,
    double unweightedAverageRecall,
    IntervalsDocument intervals) {

  static ScoresDocument of(Scores scores) {
    return new ScoresDocument(
        scores.clips(),
        scores.accuracy().value(),
        scores.weightedF1().value(),
        scores.macroF1().value(),
        scores.unweightedAverageRecall().value(),
        IntervalsDocument.of(scores));
  }
}
