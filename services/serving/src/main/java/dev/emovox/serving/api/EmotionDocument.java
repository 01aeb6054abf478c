package dev.emovox.serving.api;

import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to one clip.
 *
 * @param id names this answer
 * @param label the most probable class
 * @param probabilities class to probability, in the order that was asked for
 * @param seconds duration of the clip as sent
 * @param model the model that answered
 */
public record EmotionDocument(
    String id,
    String label,
    Map<String, Double> probabilities,
    double seconds,
    ModelReference model) {

  static EmotionDocument of(Classification answer, TopChoice top) {
    return new EmotionDocument(
        answer.id(),
        answer.label(),
        inOrder(top.of(answer.scores())),
        answer.seconds(),
        ModelReference.of(answer.model()));
  }

  private static Map<String, Double> inOrder(List<ClassScore> scores) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    scores.forEach(score -> probabilities.put(score.label(), score.probability()));
    return probabilities;
  }
}
