package dev.emovox.serving.prediction;

import dev.emovox.serving.model.ModelIdentity;
import java.util.List;

/**
 * The answer to one clip.
 *
 * @param id names this answer; different for each request
 * @param scores one for each class, in the model's order
 * @param seconds duration of the clip as it was sent, before any preprocessing
 * @param model the model that answered
 */
public record Classification(
    String id, List<ClassScore> scores, double seconds, ModelIdentity model) {

  public Classification {
    scores = List.copyOf(scores);
  }

  /** The most probable class; of equals, the one that the model lists first. */
  public String label() {
    ClassScore best = scores.get(0);
    for (ClassScore score : scores) {
      best = score.probability() > best.probability() ? score : best;
    }
    return best.label();
  }
}
