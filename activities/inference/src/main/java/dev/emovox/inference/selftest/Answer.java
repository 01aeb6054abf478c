package dev.emovox.inference.selftest;

import java.util.Arrays;
import java.util.List;

/**
 * What a model says about a clip, in class order.
 *
 * @param probabilities one a class, as a predictor gives them
 * @param logits unnormalised log-probabilities, finite
 */
public record Answer(List<Double> probabilities, List<Double> logits) {
  private static final double DECIMALS = 1e6;

  public Answer {
    probabilities = List.copyOf(probabilities);
    logits = List.copyOf(logits);
  }

  /** The answer with these numbers. */
  public static Answer of(double[] probabilities, double[] logits) {
    return new Answer(
        Arrays.stream(probabilities).boxed().toList(), Arrays.stream(logits).boxed().toList());
  }

  /** To six decimals, so that other last bits on another machine are seldom another package. */
  Answer rounded() {
    return new Answer(rounded(probabilities), rounded(logits));
  }

  private static List<Double> rounded(List<Double> values) {
    // Adding zero makes zeros of both signs one.
    return values.stream().map(value -> Math.rint(value * DECIMALS) / DECIMALS + 0.0).toList();
  }
}
