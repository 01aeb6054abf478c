package dev.emovox.serving.api;

import dev.emovox.serving.prediction.ClassScore;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which classes a client asked for: all in the model's order, or the most probable few.
 *
 * @param count how many of the most probable; empty for all
 */
public record TopChoice(OptionalInt count) {

  /**
   * Reads the {@code top} parameter.
   *
   * @param text null if the client did not give it
   * @throws ProblemException if it is not a whole number of at least 1
   */
  static TopChoice parse(String text) {
    if (text == null) {
      return new TopChoice(OptionalInt.empty());
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 1) {
        return new TopChoice(OptionalInt.of(count));
      }
    } catch (NumberFormatException e) {
      // Told below, in the same words as a number that is too small.
    }
    throw new ProblemException(
        ProblemType.MALFORMED, "The parameter top is not a whole number of at least 1.");
  }

  /** The chosen scores; of equal ones, those that the model lists first. */
  List<ClassScore> of(List<ClassScore> scores) {
    if (count.isEmpty()) {
      return scores;
    }
    return scores.stream()
        .sorted(Comparator.comparingDouble(ClassScore::probability).reversed())
        .limit(count.getAsInt())
        .toList();
  }
}
