package dev.emovox.serving.api;

import dev.emovox.serving.challenger.Comparison;

/**
 * How the challenger's answers differ from the champion's, over the clips that both have answered.
 *
 * @param clips how many
 * @param agreement share of them of which both found the same class most probable
 * @param meanAbsoluteDifference of their probabilities, over clips and classes
 * @param championSeconds mean time that the champion took
 * @param challengerSeconds mean time that the challenger took
 */
public record ComparisonDocument(
    long clips,
    double agreement,
    double meanAbsoluteDifference,
    double championSeconds,
    double challengerSeconds) {

  static ComparisonDocument of(Comparison comparison) {
    return new ComparisonDocument(
        comparison.clips(),
        comparison.agreement(),
        comparison.meanAbsoluteDifference(),
        comparison.meanChampionSeconds(),
        comparison.meanChallengerSeconds());
  }
}
