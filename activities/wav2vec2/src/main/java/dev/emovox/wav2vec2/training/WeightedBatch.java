package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import dev.emovox.wav2vec2.kernels.NativeTensors;
import dev.emovox.wav2vec2.kernels.TensorScope;

/**
 * A part of the examples of one step, small enough for memory.
 *
 * @param <B> a batch of examples
 * @param batch the examples
 * @param weight the part's share in the step's loss, above 0; the weights of a step add up to 1
 * @param seed decides everything random in the pass over it
 */
public record WeightedBatch<B>(B batch, double weight, long seed) {
  public WeightedBatch {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight: " + weight);
    }
  }

  /** The loss of the batch as it counts in the step. */
  NDArray weighted(NDArray loss) {
    return weight == 1
        ? loss
        : TensorScope.result(
            () -> loss.mul(NativeTensors.number(loss.getManager(), (float) weight)));
  }
}
