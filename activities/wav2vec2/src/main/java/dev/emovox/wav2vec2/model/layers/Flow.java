package dev.emovox.wav2vec2.model.layers;

import ai.djl.ndarray.NDArray;
import java.util.function.UnaryOperator;

/**
 * A tensor on its way through operations: the input of each is closed as soon as its output is
 * there, except the very first, which belongs to the caller. So at no time are more intermediate
 * results in memory than one operation needs; what automatic differentiation needs it keeps.
 */
final class Flow {
  private final NDArray start;
  private NDArray value;

  private Flow(NDArray start) {
    this.start = start;
    this.value = start;
  }

  static Flow of(NDArray start) {
    return new Flow(start);
  }

  Flow then(UnaryOperator<NDArray> operation) {
    NDArray next = operation.apply(value);
    if (next != value && value != start) {
      value.close();
    }
    value = next;
    return this;
  }

  NDArray end() {
    return value;
  }
}
