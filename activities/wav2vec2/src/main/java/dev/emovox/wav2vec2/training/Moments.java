package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.emovox.wav2vec2.kernels.AdamWTensors;

/**
 * What AdamW remembers of one parameter, on the parameter's device.
 *
 * @param mean running mean of its gradients, not corrected for bias
 * @param square running mean of its squared gradients, not corrected for bias
 * @param steps how many steps it has seen, a scalar
 */
record Moments(NDArray mean, NDArray square, NDArray steps) implements AutoCloseable {

  /** Nothing seen yet. */
  static Moments none(NDArray parameter) {
    NDManager manager = parameter.getManager();
    Moments moments =
        new Moments(
            manager.zeros(parameter.getShape(), DataType.FLOAT32),
            manager.zeros(parameter.getShape(), DataType.FLOAT32),
            manager.zeros(new Shape(), DataType.FLOAT32));
    NDScope.unregister(moments.mean, moments.square, moments.steps);
    return moments;
  }

  void addTo(AdamWTensors tensors) {
    tensors.means().add(mean);
    tensors.squares().add(square);
    tensors.steps().add(steps);
  }

  @Override
  public void close() {
    mean.close();
    square.close();
    steps.close();
  }
}
