package dev.emovox.serving.prediction;

import dev.emovox.domain.LabelSet;
import dev.emovox.inference.Prediction;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the model says of a class.
 *
 * @param label the class
 * @param probability between 0 and 1
 * @param logit unnormalised log-probability
 */
public record ClassScore(String label, double probability, double logit) {

  /** What a prediction says of each class, in the model's order. */
  public static List<ClassScore> of(LabelSet labels, Prediction prediction) {
    return IntStream.range(0, labels.size())
        .mapToObj(
            index ->
                new ClassScore(
                    labels.name(index),
                    prediction.probabilities()[index],
                    prediction.logits()[index]))
        .toList();
  }

  /** The most probable of some; of equals the first. */
  public static ClassScore mostProbable(List<ClassScore> scores) {
    ClassScore best = scores.get(0);
    for (ClassScore score : scores) {
      best = score.probability() > best.probability() ? score : best;
    }
    return best;
  }
}
