package dev.emovox.serving.challenger;

import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the challenger's answer to a clip differs from the champion's.
 *
 * @param agree whether both find the same class most probable
 * @param probability mean over the classes of the absolute difference of their probabilities; a
 *     class that one of them does not know has the probability 0 there
 * @param championSeconds what the champion took, for all of a batch if the clip was in one
 * @param challengerSeconds what the challenger took for the clip alone
 */
public record Difference(
    boolean agree, double probability, double championSeconds, double challengerSeconds) {
  private static final double NANOSECONDS = 1e9;

  /**
   * Compares two answers.
   *
   * @param nanoseconds that the challenger took
   */
  static Difference of(Classification champion, List<ClassScore> challenger, long nanoseconds) {
    Map<String, Double> one = probabilities(champion.scores());
    Map<String, Double> other = probabilities(challenger);
    Set<String> labels = new TreeSet<>(one.keySet());
    labels.addAll(other.keySet());
    double sum = 0;
    for (String label : labels) {
      sum += Math.abs(one.getOrDefault(label, 0.0) - other.getOrDefault(label, 0.0));
    }
    return new Difference(
        champion.label().equals(ClassScore.mostProbable(challenger).label()),
        sum / labels.size(),
        champion.timing().computed() / NANOSECONDS,
        nanoseconds / NANOSECONDS);
  }

  private static Map<String, Double> probabilities(List<ClassScore> scores) {
    return scores.stream().collect(Collectors.toMap(ClassScore::label, ClassScore::probability));
  }
}
