package dev.emovox.serving.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.prediction.Classification;
import dev.emovox.serving.prediction.Uncertainty;
import dev.emovox.serving.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client hears at each hop: an answer, silence, or a problem.
 *
 * @param start seconds from the beginning of the stream to that of the window
 * @param end seconds from the beginning of the stream to the end of the window
 * @param id names the answer
 * @param label the most probable class
 * @param probabilities class to probability, in the model's order
 * @param uncertain whether that of the label is below what the service is configured for
 * @param version of the model that answered
 * @param silent true if there is nothing to hear
 * @param problem why there is no answer this time; the stream goes on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EstimateDocument(
    double start,
    double end,
    String id,
    String label,
    Map<String, Double> probabilities,
    Boolean uncertain,
    String version,
    Boolean silent,
    Problem problem) {

  static EstimateDocument answer(
      SampleWindow.Stretch stretch, Classification answer, Uncertainty uncertainty) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (ClassScore score : answer.scores()) {
      probabilities.put(score.label(), score.probability());
    }
    return new EstimateDocument(
        seconds(stretch.start()),
        seconds(stretch.end()),
        answer.id(),
        answer.label(),
        probabilities,
        uncertainty.of(answer.scores()),
        answer.model().version(),
        null,
        null);
  }

  static EstimateDocument silence(SampleWindow.Stretch stretch) {
    return without(stretch, true, null);
  }

  static EstimateDocument problem(SampleWindow.Stretch stretch, Problem problem) {
    return without(stretch, null, problem);
  }

  private static EstimateDocument without(
      SampleWindow.Stretch stretch, Boolean silent, Problem problem) {
    return new EstimateDocument(
        seconds(stretch.start()),
        seconds(stretch.end()),
        null,
        null,
        null,
        null,
        null,
        silent,
        problem);
  }

  private static double seconds(long samples) {
    return samples / (double) StreamShape.SAMPLE_RATE;
  }
}
