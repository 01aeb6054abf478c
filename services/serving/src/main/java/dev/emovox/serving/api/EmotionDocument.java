package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The answer to one clip.
 *
 * @param id names this answer
 * @param label the most probable class
 * @param probabilities class to probability, in the order that was asked for
 * @param logits class to unnormalised log-probability, in the same order; absent unless asked for
 * @param seconds duration of the clip as sent
 * @param model the model that answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmotionDocument(
    String id,
    String label,
    Map<String, Double> probabilities,
    Map<String, Double> logits,
    double seconds,
    ModelReference model) {

  static EmotionDocument of(Classification answer, AnswerForm form) {
    List<ClassScore> scores = form.top().of(answer.scores());
    return new EmotionDocument(
        answer.id(),
        answer.label(),
        inOrder(scores, ClassScore::probability),
        form.logits() ? inOrder(scores, ClassScore::logit) : null,
        answer.seconds(),
        ModelReference.of(answer.model()));
  }

  private static Map<String, Double> inOrder(
      List<ClassScore> scores, ToDoubleFunction<ClassScore> value) {
    Map<String, Double> values = new LinkedHashMap<>();
    scores.forEach(score -> values.put(score.label(), value.applyAsDouble(score)));
    return values;
  }
}
