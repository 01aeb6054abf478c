package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;

/**
 * Normalises over the last dimension (Ba et al., 2016).
 *
 * @param weight factor of each channel
 * @param bias what is added to each channel
 * @param epsilon what is added to the variance
 */
record LayerNorm(NDArray weight, NDArray bias, double epsilon) {

  static LayerNorm of(NamedTensors parameters, double epsilon) {
    return new LayerNorm(parameters.get("weight"), parameters.get("bias"), epsilon);
  }

  NDArray apply(NDArray x) {
    return Torch.layerNorm(x, weight, bias, epsilon);
  }
}
