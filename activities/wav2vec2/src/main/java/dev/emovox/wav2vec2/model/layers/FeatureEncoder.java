package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
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
  private final FeatureEncoderConfig config;
  private final List<ConvolutionLayer> layers;

  public FeatureEncoder(
      FeatureEncoderConfig config, NamedTensors parameters, TorchKernels kernels) {
    this.config = config;
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
          long frames = config.frames(waveforms.getShape().get(1));
          Flow flow =
              Flow.of(waveforms)
                  .then(x -> x.expandDims(1))
                  .then(layers.get(0)::forward)
                  .then(FeatureEncoder::filled);
          layers.subList(1, layers.size()).forEach(layer -> flow.then(layer::forward));
          return flow.then(x -> Torch.slice(x, 2, 0, frames))
              .then(x -> x.swapAxes(1, 2))
              .then(FeatureEncoder::rows)
              .end();
        });
  }

  /**
   * Only the first layer's norm looks at all frames; what is added behind them reaches no frame.
   */
  private static NDArray filled(NDArray frames) {
    Shape shape = frames.getShape();
    int length = Math.toIntExact(shape.get(2));
    int filling = LengthSteps.atLeast(length) - length;
    if (filling == 0) {
      return frames;
    }
    Shape added = new Shape(shape.get(0), shape.get(1), filling);
    return frames.concat(frames.getManager().zeros(added, frames.getDataType()), 2);
  }

  private static NDArray rows(NDArray features) {
    return features.reshape(-1, features.getShape().get(2));
  }
}
