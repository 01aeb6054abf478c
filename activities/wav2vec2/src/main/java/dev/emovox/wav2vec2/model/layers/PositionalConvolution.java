package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/**
 * Relative positions from a grouped convolution over time with weight norm (Mohamed et al., 2019;
 * Salimans and Kingma, 2016).
 */
public final class PositionalConvolution {
  /** Each position of the kernel has a norm of its own. */
  private static final int NORM_DIMENSION = 2;

  private final NDArray magnitude;
  private final NDArray direction;
  private final NDArray bias;
  private final int reach;
  private final int groups;
  private final ActivationFunction activation;
  private final TorchKernels kernels;

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
  }

  /** States (rows, hidden size) to what is added to them. */
  public NDArray forward(NDArray states, ClipFrames frames) {
    return TensorScope.result(
        () -> {
          NDArray weight = kernels.weightNorm(direction, magnitude, NORM_DIMENSION);
          Torch.Kernel kernel = new Torch.Kernel(weight, bias, 1, reach, groups);
          SpacedClips spaced = frames.spacedOrNull();
          return spaced == null
              ? clips(states, frames.layout().clips(), kernel)
              : Flow.of(states)
                  .then(x -> spaced.spaced(x, kernels))
                  .then(x -> clips(x, 1, kernel))
                  .then(x -> spaced.rows(x, kernels))
                  .end();
        });
  }

  private NDArray clips(NDArray states, int clips, Torch.Kernel kernel) {
    long rows = states.getShape().get(0) / clips;
    long size = states.getShape().get(1);
    return Flow.of(states)
        .then(x -> x.reshape(clips, rows, size))
        .then(x -> x.swapAxes(1, 2))
        .then(x -> Torch.convolution(x, kernel))
        .then(x -> Torch.slice(x, 2, 0, rows))
        .then(activation::apply)
        .then(x -> x.swapAxes(1, 2))
        .then(x -> x.reshape(clips * rows, size))
        .end();
  }
}
