package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.emovox.wav2vec2.kernels.TorchKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gradients of a loss by parameter name; a parameter that the loss does not depend on (a layer that
 * was dropped, say) has none. Owns its tensors until it is closed. For one thread at a time.
 */
public final class Gradients implements AutoCloseable {
  private final TorchKernels kernels;
  private final SortedMap<String, NDArray> tensors = new TreeMap<>();

  /** None yet. */
  public Gradients(TorchKernels kernels) {
    this.kernels = kernels;
  }

  /** Adds the gradients of {@code loss}, a scalar, whose graph is consumed. */
  public void add(NDArray loss, SortedMap<String, NDArray> parameters) {
    add(loss, parameters, List.of());
  }

  /**
   * Adds the gradients of {@code loss}, a scalar, whose graph is consumed.
   *
   * @param others further tensors that the loss depends on
   * @return its gradients by {@code others}, in their order, which are the caller's
   */
  List<NDArray> add(NDArray loss, SortedMap<String, NDArray> parameters, List<NDArray> others) {
    List<NDArray> inputs = new ArrayList<>(parameters.values());
    inputs.addAll(others);
    List<NDArray> found = kernels.gradients(loss, inputs);
    add(parameters.keySet(), found);
    return found.subList(parameters.size(), inputs.size());
  }

  private void add(Set<String> names, List<NDArray> found) {
    List<NDArray> sums = new ArrayList<>();
    List<NDArray> terms = new ArrayList<>();
    int index = 0;
    for (String name : names) {
      NDArray gradient = found.get(index++);
      if (gradient != null) {
        NDScope.unregister(gradient); // these are closed with this object, not with a scope
      }
      NDArray sum = gradient == null ? null : tensors.putIfAbsent(name, gradient);
      if (sum != null) {
        sums.add(sum);
        terms.add(gradient);
      }
    }
    if (!sums.isEmpty()) {
      kernels.addInPlace(sums, terms);
      terms.forEach(NDArray::close);
    }
  }

  /** The gradient of each parameter that has one. */
  public Map<String, NDArray> tensors() {
    return tensors;
  }

  /** The Euclidean norm of all gradients together; 0 if there are none. */
  public double norm() {
    return tensors.isEmpty() ? 0 : kernels.norm(List.copyOf(tensors.values()));
  }

  @Override
  public void close() {
    tensors.values().forEach(NDArray::close);
    tensors.clear();
  }
}
