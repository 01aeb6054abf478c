package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.TensorScope;
import java.util.List;

/**
 * A learned weighting of the states of all layers (as in SUPERB, Yang et al., 2021). The last one
 * is what leaves the last layer, as in transformers 5; where layers normalise their inputs,
 * transformers 4 took it after the network's final norm.
 */
public final class LayerMixture {
  private final NDArray weights;

  public LayerMixture(NamedTensors parameters) {
    weights = parameters.get("layer_weights");
  }

  /** Equally shaped states, one for each weight, to their weighted mean. */
  public NDArray forward(List<NDArray> states) {
    return TensorScope.result(
        () -> {
          NDArray shares = weights.softmax(0);
          Flow sum = Flow.of(states.get(0)).then(x -> x.mul(share(shares, 0)));
          for (int i = 1; i < states.size(); i++) {
            int index = i;
            sum.then(x -> x.add(states.get(index).mul(share(shares, index))));
          }
          return sum.end();
        });
  }

  private static NDArray share(NDArray shares, int index) {
    return Torch.slice(shares, 0, index, index + 1);
  }
}
