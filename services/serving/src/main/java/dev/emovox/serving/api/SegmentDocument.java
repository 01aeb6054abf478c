package dev.emovox.serving.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Segment;
import java.util.List;
import java.util.Map;

/**
 * The answer to a window of a clip.
 *
 * @param start seconds from the clip's beginning
 * @param end seconds from the clip's beginning
 * @param silent true if there is nothing to hear, so that there is no label; else absent
 * @param label the most probable class
 * @param probabilities class to probability, in the order that was asked for
 * @param uncertain as for the clip; absent if the service is configured for nothing
 * @param logits class to unnormalised log-probability; absent unless asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SegmentDocument(
    double start,
    double end,
    Boolean silent,
    String label,
    Map<String, Double> probabilities,
    Boolean uncertain,
    Map<String, Double> logits) {

  static SegmentDocument of(Segment segment, AnswerForm form) {
    if (segment.silent()) {
      return new SegmentDocument(segment.start(), segment.end(), true, null, null, null, null);
    }
    List<ClassScore> scores = form.top().of(segment.scores());
    return new SegmentDocument(
        segment.start(),
        segment.end(),
        null,
        ClassScore.mostProbable(segment.scores()).label(),
        ScoreColumns.probabilities(scores),
        form.uncertainty().of(segment.scores()),
        form.logits() ? ScoreColumns.logits(scores) : null);
  }
}
