package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.config.Activation;

/**
 * A narrow pair of projections beside the path of a layer, which adapts a large model to a language
 * (Houlsby et al., 2019; MMS, Pratap et al., 2023).
 */
final class Adapter {
  /** transformers builds it without the configuration's epsilon. */
  private static final double EPSILON = 1e-5;

  private final LayerNorm norm;
  private final Linear narrow;
  private final ActivationFunction activation = new ActivationFunction(Activation.RELU);
  private final Linear wide;

  Adapter(NamedTensors parameters) {
    norm = LayerNorm.of(parameters.at("norm"), EPSILON);
    narrow = Linear.of(parameters.at("linear_1"));
    wide = Linear.of(parameters.at("linear_2"));
  }

  /** States (rows, hidden size) to what is added to them. */
  NDArray forward(NDArray states) {
    return Flow.of(states)
        .then(norm::apply)
        .then(narrow::apply)
        .then(activation::apply)
        .then(wide::apply)
        .end();
  }
}
