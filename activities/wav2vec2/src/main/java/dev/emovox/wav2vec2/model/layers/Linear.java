package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.PackedKernels;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/**
 * x Wᵀ + b.
 *
 * @param weight (outputs, inputs), packed if there are kernels for it
 * @param bias (outputs)
 * @param packedOrNull the kernels that read the weight; null if it is a tensor like all others
 */
record Linear(NDArray weight, NDArray bias, PackedKernels packedOrNull) {

  /** With its weight as it is. */
  static Linear of(NamedTensors parameters) {
    return new Linear(parameters.get("weight"), parameters.get("bias"), null);
  }

  /** With its weight packed where the kernels can do that. */
  static Linear of(NamedTensors parameters, TorchKernels kernels) {
    return kernels
        .packed()
        .map(
            packed ->
                new Linear(
                    packed.packLinear(parameters.get("weight")), parameters.get("bias"), packed))
        .orElseGet(() -> of(parameters));
  }

  NDArray apply(NDArray x) {
    return packedOrNull == null
        ? Torch.linear(x, weight, bias)
        : packedOrNull.linear(x, weight, bias);
  }

  /** The activation of {@code x Wᵀ + b}. */
  NDArray apply(NDArray x, ActivationFunction activation) {
    if (packedOrNull != null && activation.isExactGelu()) {
      return packedOrNull.linearGelu(x, weight, bias);
    }
    return Flow.of(apply(x)).then(activation::apply).end();
  }
}
