package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig.Norm;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The convolutions of {@link FeatureEncoder} on all clips of a batch at once, as one signal with
 * its channels last: few large matrix products in place of many small convolutions, and norms that
 * read memory in its order. Exact where every frame is normalised by itself; possible where each
 * kernel is as wide as a few strides.
 */
public final class PackedFeatureEncoder {
  private final List<Layer> layers;
  private final ActivationFunction activation;
  private final TorchKernels kernels;

  /** An encoder that {@link #fits}. */
  public PackedFeatureEncoder(
      FeatureEncoderConfig config, NamedTensors parameters, TorchKernels kernels) {
    layers =
        IntStream.range(0, config.layers().size())
            .mapToObj(
                i ->
                    Layer.of(
                        parameters.at("conv_layers").at(Integer.toString(i)),
                        config.layers().get(i).stride()))
            .toList();
    activation = new ActivationFunction(config.activation());
    this.kernels = kernels;
  }

  /** Whether an architecture can be computed so. */
  public static boolean fits(FeatureEncoderConfig config) {
    return config.norm() == Norm.LAYER
        && config.bias()
        && config.layers().stream().allMatch(layer -> layer.kernel() % layer.stride() == 0);
  }

  /**
   * Waveforms to the features of all clips one after the other, (rows, channels).
   *
   * @param signal of a packing, (samples, 1)
   */
  public NDArray forward(NDArray signal, SignalPacking packing) {
    return TensorScope.result(
        () -> {
          Flow flow = Flow.of(signal);
          layers.forEach(layer -> flow.then(x -> forward(layer, x)));
          NDArray own = NativeTensors.of(signal.getManager(), packing.rows());
          return flow.then(x -> kernels.rows(x, own)).end();
        });
  }

  private NDArray forward(Layer layer, NDArray frames) {
    return TensorScope.result(
        () ->
            Flow.of(frames)
                .then(x -> kernels.rowConvolution(x, layer.weight(), layer.bias(), layer.stride()))
                .then(layer.norm()::apply)
                .then(activation::apply)
                .end());
  }

  /** Convolution and norm. */
  private record Layer(NDArray weight, NDArray bias, int stride, LayerNorm norm) {

    static Layer of(NamedTensors parameters, int stride) {
      return new Layer(
          parameters.get("conv.weight"),
          parameters.get("conv.bias"),
          stride,
          LayerNorm.of(parameters.at("layer_norm"), FeatureEncoderConfig.EPSILON));
    }
  }
}
