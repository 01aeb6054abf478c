package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parameters that are trained alike.
 *
 * @param parameters the parameters by their canonical names; changed by training
 * @param learningRate step size before any schedule's factor, 0 or more
 * @param weightDecay decoupled weight decay, 0 or more
 */
public record ParameterGroup(
    SortedMap<String, NDArray> parameters, double learningRate, double weightDecay) {
  public ParameterGroup {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    if (!(learningRate >= 0 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "learning rate %s, weight decay %s".formatted(learningRate, weightDecay));
    }
  }
}
