package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import java.util.List;
import java.util.Map;

/**
 * The answer to one clip.
 *
 * @param id names this answer
 * @param label the most probable class
 * @param probabilities class to probability, in the order that was asked for
 * @param uncertain whether that of the label is below what the service is configured for; absent if
 *     it is configured for nothing
 * @param logits class to unnormalised log-probability, in the same order; absent unless asked for
 * @param seconds duration of the clip as sent
 * @param segments the answers to its windows; absent unless asked for
 * @param model the model that answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmotionDocument(
    String id,
    String label,
    Map<String, Double> probabilities,
    Boolean uncertain,
    Map<String, Double> logits,
    double seconds,
    List<SegmentDocument> segments,
    ModelReference model) {

  /** The document of an answer, with what was asked for. */
  public static EmotionDocument of(Classification answer, AnswerForm form) {
    List<ClassScore> scores = form.top().of(answer.scores());
    return new EmotionDocument(
        answer.id(),
        answer.label(),
        ScoreColumns.probabilities(scores),
        form.uncertainty().of(answer.scores()),
        form.logits() ? ScoreColumns.logits(scores) : null,
        answer.seconds(),
        form.windows().isEmpty() ? null : segments(answer, form),
        ModelReference.of(answer.model()));
  }

  private static List<SegmentDocument> segments(Classification answer, AnswerForm form) {
    return answer.segments().stream().map(segment -> SegmentDocument.of(segment, form)).toList();
  }
}
