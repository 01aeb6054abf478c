package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Wav2Vec2Config;
import dev.emovox.wav2vec2.kernels.TorchKernels;

/** Two projections with an activation between them, frame by frame. */
final class FeedForward {
  private final Linear intermediate;
  private final Linear output;
  private final ActivationFunction activation;
  private final Dropout inner;
  private final Dropout outer;

  FeedForward(Wav2Vec2Config config, NamedTensors parameters, TorchKernels kernels) {
    intermediate = Linear.of(parameters.at("intermediate_dense"), kernels);
    output = Linear.of(parameters.at("output_dense"), kernels);
    activation = new ActivationFunction(config.transformer().activation());
    inner = new Dropout(config.dropout().activation(), kernels);
    outer = new Dropout(config.dropout().hidden(), kernels);
  }

  NDArray forward(NDArray states, boolean training) {
    return Flow.of(states)
        .then(x -> intermediate.apply(x, activation))
        .then(x -> inner.apply(x, training))
        .then(output::apply)
        .then(x -> outer.apply(x, training))
        .end();
  }
}
