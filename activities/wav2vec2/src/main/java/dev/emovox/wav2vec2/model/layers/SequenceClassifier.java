package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TensorScope;

/** The head: projector, mean over time, classifier. */
public final class SequenceClassifier {
  private final Linear projector;
  private final MaskedMeanPooling pooling = new MaskedMeanPooling();
  private final Linear classifier;

  public SequenceClassifier(NamedTensors parameters) {
    projector = Linear.of(parameters.at("projector"));
    classifier = Linear.of(parameters.at("classifier"));
  }

  /** States (rows, hidden size) to one vector for each clip, (clips, projection size). */
  public NDArray pool(NDArray states, FrameLayout layout) {
    return TensorScope.result(() -> pooling.forward(projector.apply(states), layout));
  }

  /** Pooled vectors to logits, (clips, classes). */
  public NDArray classify(NDArray pooled) {
    return TensorScope.result(() -> classifier.apply(pooled));
  }
}
