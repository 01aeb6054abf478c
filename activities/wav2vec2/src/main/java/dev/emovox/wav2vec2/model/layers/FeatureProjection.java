package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TensorScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.function.UnaryOperator;

/** Normalises features and projects them to the transformer's width. */
public final class FeatureProjection {
  private final UnaryOperator<NDArray> norm;
  private final Linear projection;
  private final Dropout dropout;

  public FeatureProjection(Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    norm =
        config.featureEncoder().outputNorm()
            ? LayerNorm.of(parameters.at("layer_norm"), config.transformer().epsilon())::apply
            : UnaryOperator.identity();
    projection = Linear.of(parameters.at("projection"), kernels);
    dropout = new Dropout(config.dropout().featureProjection(), kernels);
  }

  /** (rows, channels) to (rows, hidden size). */
  public NDArray forward(NDArray features, boolean training) {
    return TensorScope.result(
        () ->
            Flow.of(features)
                .then(norm)
                .then(projection::apply)
                .then(x -> dropout.apply(x, training))
                .end());
  }
}
