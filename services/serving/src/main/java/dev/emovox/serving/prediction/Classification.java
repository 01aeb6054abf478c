package dev.emovox.serving.prediction;

import dev.emovox.domain.Digest;
import dev.emovox.serving.model.ModelIdentity;
import java.util.List;

/**
 * The answer to one clip.
 *
 * @param id names this answer and tells its time; different for each
 * @param scores one for each class, in the model's order
 * @param seconds duration of the clip as it was sent, before any preprocessing
 * @param model the model that answered
 * @param segments the answers to its windows, if they were asked for
 * @param clip digest of the bytes that were sent
 * @param timing what it took
 */
public record Classification(
    String id,
    List<ClassScore> scores,
    double seconds,
    ModelIdentity model,
    List<Segment> segments,
    Digest clip,
    Timing timing) {

  public Classification {
    scores = List.copyOf(scores);
    segments = List.copyOf(segments);
  }

  /** The most probable class; of equals, the one that the model lists first. */
  public String label() {
    return ClassScore.mostProbable(scores).label();
  }
}
