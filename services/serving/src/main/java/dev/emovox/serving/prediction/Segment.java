package dev.emovox.serving.prediction;

import java.util.List;

/**
 * The answer to a part of a clip.
 *
 * @param start seconds from the clip's beginning
 * @param end seconds from the clip's beginning
 * @param scores one for each class, in the model's order; none if the part is silent
 */
public record Segment(double start, double end, List<ClassScore> scores) {

  public Segment {
    scores = List.copyOf(scores);
  }

  /** Whether there is nothing to hear, so that nothing is said of it. */
  public boolean silent() {
    return scores.isEmpty();
  }
}
