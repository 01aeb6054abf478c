package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.kernels.NormalisationWeights;
import dev.emovox.wav2vec2.kernels.PackedKernels;

/**
 * The first layer of the group-norm form for one clip, as a product of its windows with all
 * kernels. Unlike a convolution it gives its channels last, as the next layers want them.
 */
final class FirstConvolution {
  private final PackedKernels kernels;
  private final PackedKernels.Window window;
  private final NDArray weight;
  private final NormalisationWeights norm;

  FirstConvolution(
      FeatureEncoderConfig.Convolution layer, NamedTensors parameters, PackedKernels kernels) {
    this.kernels = kernels;
    window = new PackedKernels.Window(layer.kernel(), layer.stride());
    NDArray own = parameters.get("conv.weight");
    weight = kernels.packLinear(own.reshape(own.getShape().get(0), layer.kernel()));
    norm =
        new NormalisationWeights(
            parameters.get("layer_norm.weight"),
            parameters.get("layer_norm.bias"),
            FeatureEncoderConfig.EPSILON);
  }

  /** (1, 1, samples) to (1, frames, channels). */
  NDArray forward(NDArray waveform) {
    return kernels.normalisedWindowsGelu(waveform, weight, norm, window);
  }
}
