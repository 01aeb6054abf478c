package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Tensors of numbers from Java's heap, in memory of libtorch's own.
 *
 * <p>DJL lets a new tensor share Java's direct memory, which is freed once the tensor's handle is
 * garbage. Automatic differentiation still reads it then: its gradients would be those of whatever
 * lies there next. Arithmetic of DJL with a Java number does the same with the number, and a
 * product's gradient needs its factor; so numbers come from here too.
 */
public final class NativeTensors {
  private NativeTensors() {}

  /** One number of 32 bits, of no dimension. */
  public static NDArray number(NDManager manager, float value) {
    try (NDArray shared = manager.create(value)) {
      return shared.duplicate();
    }
  }

  /** One number of 64 bits, of no dimension; the other operand decides the type of a result. */
  public static NDArray number(NDManager manager, double value) {
    try (NDArray shared = manager.create(value)) {
      return shared.duplicate();
    }
  }

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
