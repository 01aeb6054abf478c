package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/**
 * Sets values to zero at random and scales the others up (Srivastava et al., 2014).
 *
 * @param probability of a value to be dropped
 */
record Dropout(double probability, TorchKernels kernels) {

  /** The input itself outside of training. */
  NDArray apply(NDArray x, boolean training) {
    return training && probability > 0 ? kernels.dropout(x, probability) : x;
  }
}
