package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Tensors of numbers from Java's heap, in memory of libtorch's own.
 *
 * <p>DJL lets a new tensor share Java's direct memory, which is freed once the tensor's handle is
 * garbage. Automatic differentiation still reads it then: its gradients would be those of whatever
 * lies there next.
 */
public final class NativeTensors {
  private NativeTensors() {}

  /** These numbers in this shape. */
  public static NDArray of(NDManager manager, float[] values, Shape shape) {
    try (NDArray shared = manager.create(values, shape)) {
      return shared.duplicate();
    }
  }

  /** These truth values in this shape. */
  public static NDArray of(NDManager manager, boolean[] values, Shape shape) {
    try (NDArray shared = manager.create(values, shape)) {
      return shared.duplicate();
    }
  }

  /** These whole numbers in a row. */
  public static NDArray of(NDManager manager, long... values) {
    try (NDArray shared = manager.create(values)) {
      return shared.duplicate();
    }
  }
}
