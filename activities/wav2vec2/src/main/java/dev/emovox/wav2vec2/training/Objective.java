package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;

/**
 * What training makes smaller.
 *
 * @param <B> a batch of examples
 */
@FunctionalInterface
public interface Objective<B> {

  /**
   * The loss of one batch, a scalar, computed in training mode and recorded for differentiation.
   *
   * @param seed decides everything random: dropout, dropped layers, masks
   */
  NDArray loss(B batch, long seed);
}
