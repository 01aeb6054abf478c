package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.List;
import java.util.stream.IntStream;

/** The context network: positions, then layers of self-attention. */
public final class TransformerEncoder {
  private final PositionalConvolution positions;
  private final LayerNorm norm;
  private final Dropout dropout;
  private final List<EncoderLayer> layers;
  private final boolean preNorm;
  private final double layerDrop;

  public TransformerEncoder(Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    positions = new PositionalConvolution(config, parameters.at("pos_conv_embed"), kernels);
    norm = LayerNorm.of(parameters.at("layer_norm"), config.transformer().epsilon());
    dropout = new Dropout(config.dropout().hidden(), kernels);
    layers =
        IntStream.range(0, config.transformer().layers())
            .mapToObj(i -> parameters.at("layers").at(Integer.toString(i)))
            .map(names -> new EncoderLayer(config, names, kernels))
            .toList();
    preNorm = config.transformer().preNorm();
    layerDrop = config.dropout().layerDrop();
  }

  /** How many layers there are. */
  public int layers() {
    return layers.size();
  }

  /** Projected features (rows, hidden size) to the input of the first layer. */
  public NDArray enter(NDArray states, ClipFrames frames, boolean training) {
    return TensorScope.result(
        () ->
            Flow.of(frames.withoutPadding(states))
                .then(x -> x.add(positions.forward(x, frames)))
                .then(x -> preNorm ? x : norm.apply(x))
                .then(x -> dropout.apply(x, training))
                .end());
  }

  /** One layer; {@code index} counts from 0. */
  public NDArray layer(int index, NDArray states, ClipFrames frames, boolean training) {
    return layers.get(index).forward(states, frames, training);
  }

  /** What leaves the last layer to what leaves the network. */
  public NDArray leave(NDArray states) {
    return preNorm ? TensorScope.result(() -> norm.apply(states)) : states;
  }

  /** Whether training leaves out a layer this time (LayerDrop, Fan et al., 2019). */
  public boolean drops(int index, Randomness randomness) {
    return randomness.generator(Randomness.Purpose.LAYER_DROP, index).nextDouble() < layerDrop;
  }
}
