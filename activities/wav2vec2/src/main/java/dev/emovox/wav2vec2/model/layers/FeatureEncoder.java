package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.FeatureEncoderConfig;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The convolutions from waveforms to features (wav2vec 2.0, section 2). Group norm is over time, so
 * in its form the clips of one call must have no padding if they are not to depend on it.
 */
public final class FeatureEncoder {
  private final List<ConvolutionLayer> layers;

  public FeatureEncoder(
      FeatureEncoderConfig config, NamedTensors parameters, TorchKernels kernels) {
    layers =
        IntStream.range(0, config.layers().size())
            .mapToObj(
                i ->
                    new ConvolutionLayer(
                        config, i, parameters.at("conv_layers").at(Integer.toString(i)), kernels))
            .toList();
  }

  /**
   * Groups of waveforms, (clips, samples) each, to the features of all clips one after the other,
   * (rows, channels). Groups are computed one after the other.
   */
  public NDArray forward(List<NDArray> groups) {
    return TensorScope.result(
        () -> {
          List<NDArray> features = new ArrayList<>();
          groups.forEach(group -> features.add(group(group)));
          return Torch.joined(features);
        });
  }

  private NDArray group(NDArray waveforms) {
    return TensorScope.result(
        () -> {
          Flow flow = Flow.of(waveforms).then(x -> x.expandDims(1));
          layers.forEach(layer -> flow.then(layer::forward));
          return flow.then(x -> x.swapAxes(1, 2)).then(FeatureEncoder::rows).end();
        });
  }

  private static NDArray rows(NDArray features) {
    return features.reshape(-1, features.getShape().get(2));
  }
}
