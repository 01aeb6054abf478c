package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/**
 * One layer of the transformer: attention and feed-forward, each with a residual connection. Base
 * models normalise the sums (post-LN), large ones the inputs (pre-LN, Xiong et al., 2020).
 */
final class EncoderLayer {
  private final SelfAttention attention;
  private final LayerNorm attentionNorm;
  private final FeedForward feedForward;
  private final LayerNorm feedForwardNorm;
  private final Dropout dropout;
  private final boolean preNorm;
  private final Adapter adapterOrNull;

  EncoderLayer(Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    double epsilon = config.transformer().epsilon();
    attention = new SelfAttention(config, parameters.at("attention"), kernels);
    attentionNorm = LayerNorm.of(parameters.at("layer_norm"), epsilon);
    feedForward = new FeedForward(config, parameters.at("feed_forward"), kernels);
    feedForwardNorm = LayerNorm.of(parameters.at("final_layer_norm"), epsilon);
    dropout = new Dropout(config.dropout().hidden(), kernels);
    preNorm = config.transformer().preNorm();
    adapterOrNull =
        config.transformer().adapterSize() > 0 ? new Adapter(parameters.at("adapter_layer")) : null;
  }

  /** States (rows, hidden size) to the same shape. */
  NDArray forward(NDArray states, ClipFrames frames, boolean training) {
    return TensorScope.result(
        () -> preNorm ? preNorm(states, frames, training) : postNorm(states, frames, training));
  }

  private NDArray postNorm(NDArray states, ClipFrames frames, boolean training) {
    NDArray attended =
        Flow.of(states)
            .then(x -> attention.forward(x, frames, training))
            .then(x -> dropout.apply(x, training))
            .then(x -> states.add(x))
            .then(attentionNorm::apply)
            .end();
    return Flow.of(attended)
        .then(x -> feedForward.forward(x, training))
        .then(x -> attended.add(x))
        .then(feedForwardNorm::apply)
        .end();
  }

  private NDArray preNorm(NDArray states, ClipFrames frames, boolean training) {
    NDArray attended =
        Flow.of(states)
            .then(attentionNorm::apply)
            .then(x -> attention.forward(x, frames, training))
            .then(x -> dropout.apply(x, training))
            .then(x -> states.add(x))
            .end();
    return Flow.of(attended)
        .then(feedForwardNorm::apply)
        .then(x -> feedForward.forward(x, training))
        .then(x -> attended.add(x))
        .then(x -> adapterOrNull == null ? x : x.add(adapterOrNull.forward(x)))
        .end();
  }
}
