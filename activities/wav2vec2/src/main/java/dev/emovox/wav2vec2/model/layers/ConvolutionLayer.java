package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig.Norm;
import dev.emovox.wav2vec2.kernels.NormalisationWeights;
import dev.emovox.wav2vec2.kernels.PackedKernels;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.function.UnaryOperator;

/** One layer of the feature encoder: convolution, norm, activation. */
final class ConvolutionLayer {
  /** Frames of a usual signal between the layers. */
  private static final int USUAL_FRAMES = 5000;

  private final Torch.Kernel kernel;
  private final UnaryOperator<NDArray> norm;
  private final ActivationFunction activation;
  private final UnaryOperator<NDArray> packedOrNull;

  ConvolutionLayer(
      FeatureEncoderConfig config, int index, NamedTensors parameters, TorchKernels kernels) {
    NDArray bias = config.bias() ? parameters.get("conv.bias") : null;
    int stride = config.layers().get(index).stride();
    kernel = new Torch.Kernel(parameters.get("conv.weight"), bias, stride, 0, 1);
    norm = norm(config.norm(), index, parameters.at("layer_norm"), kernels);
    activation = new ActivationFunction(config.activation());
    boolean alone = config.norm() == Norm.GROUP && index > 0 && activation.isExactGelu();
    packedOrNull = alone ? kernels.packed().map(this::packed).orElse(null) : null;
  }

  private UnaryOperator<NDArray> packed(PackedKernels packed) {
    PackedKernels.Span span = new PackedKernels.Span(0, 1, kernel.stride());
    NDArray weight = packed.packConvolution(kernel.weight(), span, USUAL_FRAMES);
    return x -> packed.convolutionGelu(x, weight, kernel.biasOrNull(), span);
  }

  /** Whether it takes and gives its channels last, (clips, frames, channels). */
  boolean hasChannelsLast() {
    return packedOrNull != null;
  }

  /** The first layer of the group-norm form normalises each channel by itself, the others none. */
  private static UnaryOperator<NDArray> norm(
      Norm norm, int index, NamedTensors parameters, TorchKernels kernels) {
    if (norm == Norm.LAYER) {
      LayerNorm layerNorm = LayerNorm.of(parameters, FeatureEncoderConfig.EPSILON);
      return x -> overChannels(x, layerNorm);
    }
    if (index > 0) {
      return x -> x;
    }
    NormalisationWeights weights =
        new NormalisationWeights(
            parameters.get("weight"), parameters.get("bias"), FeatureEncoderConfig.EPSILON);
    int channels = (int) weights.weight().size();
    return x -> kernels.groupNorm(x, channels, weights);
  }

  private static NDArray overChannels(NDArray x, LayerNorm norm) {
    return Flow.of(x)
        .then(in -> in.swapAxes(1, 2))
        .then(norm::apply)
        .then(in -> in.swapAxes(1, 2))
        .end();
  }

  /**
   * (clips, channels, frames) of its input to the same of its output, or with the channels last.
   */
  NDArray forward(NDArray x) {
    if (packedOrNull != null) {
      return packedOrNull.apply(x);
    }
    return TensorScope.result(
        () ->
            Flow.of(x)
                .then(in -> Torch.convolution(in, kernel))
                .then(norm)
                .then(activation::apply)
                .end());
  }
}
