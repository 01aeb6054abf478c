package dev.emovox.wav2vec2.kernels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.function.Supplier;

/**
 * Runs one stage of a computation so that of all tensors it makes only the result survives it.
 *
 * <p>Scopes nest: what survives an inner stage belongs to the stage around it. What automatic
 * differentiation needs stays alive in libtorch after its handle here is closed. A scope belongs to
 * the thread that runs it.
 */
public final class TensorScope {
  private TensorScope() {}

  /** The result of {@code stage}, whose intermediate tensors are closed. */
  public static NDArray result(Supplier<NDArray> stage) {
    NDArray result;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      result = stage.get();
      NDScope.unregister(result);
    }
    NDScope.register(result);
    return result;
  }

  /** What {@code stage} makes of its tensors, all of which are closed. */
  public static <T> T value(Supplier<T> stage) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      return stage.get();
    }
  }
}
