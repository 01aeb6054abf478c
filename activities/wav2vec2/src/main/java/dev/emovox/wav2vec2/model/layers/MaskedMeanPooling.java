package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TensorScope;

/** The mean over each clip's own frames, as a product with a matrix of weights. */
public final class MaskedMeanPooling {

  /** States (rows, width) to (clips, width). */
  public NDArray forward(NDArray states, FrameLayout layout) {
    return TensorScope.result(() -> layout.averagingWeights(states.getManager()).matMul(states));
  }
}
