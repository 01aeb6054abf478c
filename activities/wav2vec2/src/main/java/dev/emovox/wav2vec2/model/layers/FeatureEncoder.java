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
  private final boolean channelsLast;
  private final FirstConvolution firstOrNull;

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
    channelsLast = layers.get(layers.size() - 1).hasChannelsLast();
    firstOrNull =
        channelsLast && !config.bias()
            ? kernels
                .packed()
                .map(
                    packed ->
                        new FirstConvolution(
                            config.layers().get(0), parameters.at("conv_layers").at("0"), packed))
                .orElse(null)
            : null;
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
                  .then(this::first)
                  .then(x -> filled(x, channelsLast ? 1 : 2));
          layers.subList(1, layers.size()).forEach(layer -> flow.then(layer::forward));
          if (!channelsLast) {
            flow.then(x -> x.swapAxes(1, 2));
          }
          return flow.then(x -> Torch.slice(x, 1, 0, frames)).then(FeatureEncoder::rows).end();
        });
  }

  /** In the form that the second layer takes. */
  private NDArray first(NDArray waveforms) {
    if (!channelsLast) {
      return layers.get(0).forward(waveforms);
    }
    return firstOrNull != null && waveforms.getShape().get(0) == 1
        ? firstOrNull.forward(waveforms)
        : TensorScope.result(() -> layers.get(0).forward(waveforms).swapAxes(1, 2));
  }

  /**
   * Only the first layer's norm looks at all frames; what is added behind them reaches no frame.
   */
  private static NDArray filled(NDArray frames, int time) {
    Shape shape = frames.getShape();
    int length = Math.toIntExact(shape.get(time));
    int filling = LengthSteps.atLeast(length) - length;
    if (filling == 0) {
      return frames;
    }
    long[] added = shape.getShape().clone();
    added[time] = filling;
    return frames.concat(frames.getManager().zeros(new Shape(added), frames.getDataType()), time);
  }

  private static NDArray rows(NDArray features) {
    return features.reshape(-1, features.getShape().get(2));
  }
}
