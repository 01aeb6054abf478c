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
 * its channels last: few large convolutions in place of many small ones, and norms that read memory
 * in its order. Exact where every frame is normalised by itself.
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
    return config.norm() == Norm.LAYER && config.bias();
  }

  /**
   * Waveforms to the features of all clips one after the other, (rows, channels). Signals are
   * computed one after the other.
   */
  public NDArray forward(List<PackedSignal> signals) {
    return TensorScope.result(() -> Torch.joined(signals.stream().map(this::features).toList()));
  }

  private NDArray features(PackedSignal packed) {
    return TensorScope.result(
        () -> {
          Flow flow = Flow.of(packed.signal());
          layers.forEach(layer -> flow.then(x -> forward(layer, x)));
          NDArray own = NativeTensors.of(packed.signal().getManager(), packed.packing().rows());
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
