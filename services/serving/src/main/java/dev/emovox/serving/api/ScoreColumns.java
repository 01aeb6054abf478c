package dev.emovox.serving.api;

import dev.emovox.serving.prediction.ClassScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Scores as documents have them: class to number, in the order of the scores. */
final class ScoreColumns {
  private ScoreColumns() {}

  static Map<String, Double> probabilities(List<ClassScore> scores) {
    return inOrder(scores, ClassScore::probability);
  }

  static Map<String, Double> logits(List<ClassScore> scores) {
    return inOrder(scores, ClassScore::logit);
  }

  private static Map<String, Double> inOrder(
      List<ClassScore> scores, ToDoubleFunction<ClassScore> value) {
    Map<String, Double> values = new LinkedHashMap<>();
    scores.forEach(score -> values.put(score.label(), value.applyAsDouble(score)));
    return values;
  }
}
