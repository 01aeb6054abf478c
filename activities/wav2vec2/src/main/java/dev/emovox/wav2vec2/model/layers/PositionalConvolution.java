package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.PackedKernels;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.function.UnaryOperator;

/**
 * Relative positions from a grouped convolution over time with weight norm (Mohamed et al., 2019;
 * Salimans and Kingma, 2016).
 */
public final class PositionalConvolution {
  /** Each position of the kernel has a norm of its own. */
  private static final int NORM_DIMENSION = 2;

  /** Frames of a usual clip: three seconds. */
  private static final int USUAL_FRAMES = 149;

  private final NDArray magnitude;
  private final NDArray direction;
  private final NDArray bias;
  private final int reach;
  private final int groups;
  private final ActivationFunction activation;
  private final TorchKernels kernels;
  private final UnaryOperator<NDArray> packedOrNull;

  public PositionalConvolution(
      Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    NamedTensors weight = parameters.at("conv").at("parametrizations").at("weight");
    magnitude = weight.get("original0");
    direction = weight.get("original1");
    bias = parameters.get("conv.bias");
    reach = config.positionalConvolution().reach();
    groups = config.positionalConvolution().groups();
    activation = new ActivationFunction(config.featureEncoder().activation());
    this.kernels = kernels;
    packedOrNull =
        activation.isExactGelu() ? kernels.packed().map(this::packed).orElse(null) : null;
  }

  /** (clips, rows, size) to the same, or one more row; the weight, which stays, is made once. */
  private UnaryOperator<NDArray> packed(PackedKernels packed) {
    PackedKernels.Span span = new PackedKernels.Span(reach, groups, 1);
    NDArray weight = packed.packConvolution(weight(), span, USUAL_FRAMES);
    return states -> packed.convolutionGelu(states, weight, bias, span);
  }

  private NDArray weight() {
    return kernels.weightNorm(direction, magnitude, NORM_DIMENSION);
  }

  /** States (rows, hidden size) to what is added to them. */
  public NDArray forward(NDArray states, ClipFrames frames) {
    return TensorScope.result(
        () -> {
          UnaryOperator<NDArray> convolution = packedOrNull == null ? plain() : packedOrNull;
          SpacedClips spaced = frames.spacedOrNull();
          return spaced == null
              ? clips(states, frames.layout().clips(), convolution)
              : Flow.of(states)
                  .then(x -> spaced.spaced(x, kernels))
                  .then(x -> clips(x, 1, convolution))
                  .then(x -> spaced.rows(x, kernels))
                  .end();
        });
  }

  private static NDArray clips(NDArray states, int clips, UnaryOperator<NDArray> convolution) {
    long rows = states.getShape().get(0) / clips;
    long size = states.getShape().get(1);
    return Flow.of(states)
        .then(x -> x.reshape(clips, rows, size))
        .then(convolution)
        .then(x -> Torch.slice(x, 1, 0, rows))
        .then(x -> x.reshape(clips * rows, size))
        .end();
  }

  /** (clips, rows, size) to the same, or one more row; takes part in differentiation. */
  private UnaryOperator<NDArray> plain() {
    Torch.Kernel kernel = new Torch.Kernel(weight(), bias, 1, reach, groups);
    return states ->
        Flow.of(states)
            .then(x -> x.swapAxes(1, 2))
            .then(x -> Torch.convolution(x, kernel))
            .then(activation::apply)
            .then(x -> x.swapAxes(1, 2))
            .end();
  }
}
