package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;

/**
 * x Wᵀ + b.
 *
 * @param weight (outputs, inputs)
 * @param bias (outputs)
 */
record Linear(NDArray weight, NDArray bias) {

  static Linear of(NamedTensors parameters) {
    return new Linear(parameters.get("weight"), parameters.get("bias"));
  }

  NDArray apply(NDArray x) {
    return Torch.linear(x, weight, bias);
  }
}
