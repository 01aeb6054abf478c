package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import java.util.SortedMap;

/**
 * A way to get the gradients of a loss.
 *
 * @param <B> a batch of examples
 */
@FunctionalInterface
public interface BackwardPass<B> {

  /**
   * Adds the gradients of one batch's loss.
   *
   * @param batch with its weight
   * @param parameters to differentiate by
   * @param gradients what is added to
   * @return the loss times the batch's weight
   */
  double accumulate(
      WeightedBatch<B> batch, SortedMap<String, NDArray> parameters, Gradients gradients);
}
