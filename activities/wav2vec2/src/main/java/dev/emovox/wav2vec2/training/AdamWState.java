package dev.emovox.wav2vec2.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.ElementType;
import dev.emovox.wav2vec2.checkpoint.StoredTensor;
import dev.emovox.wav2vec2.checkpoint.TensorLayout;
import dev.emovox.wav2vec2.checkpoint.TensorSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * AdamW's state under the names {@code mean/NAME}, {@code square/NAME} and {@code steps/NAME}, one
 * of each for a parameter. Its contents are the memory of the state itself where that lies in the
 * processor's.
 */
final class AdamWState implements TensorSource {
  private final SortedMap<String, NDArray> arrays = new TreeMap<>();

  AdamWState(SortedMap<String, Moments> moments) {
    moments.forEach(
        (name, of) -> {
          arrays.put("mean/" + name, of.mean());
          arrays.put("square/" + name, of.square());
          arrays.put("steps/" + name, of.steps());
        });
  }

  @Override
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(arrays.keySet()));
  }

  @Override
  public TensorLayout layout(String name) {
    return new TensorLayout(name, ElementType.FLOAT32, shape(array(name)));
  }

  @Override
  public StoredTensor tensor(String name) {
    NDArray array = array(name);
    return new StoredTensor(name, ElementType.FLOAT32, shape(array), array.toByteBuffer(true));
  }

  private NDArray array(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("AdamW's state has no tensor " + name + ".");
    }
    return array;
  }

  void restore(TensorSource source) {
    if (!source.names().equals(arrays.keySet())) {
      SortedSet<String> other = new TreeSet<>(source.names());
      other.removeAll(arrays.keySet());
      SortedSet<String> missing = new TreeSet<>(arrays.keySet());
      missing.removeAll(source.names());
      throw new InvalidInputException(
          ("This state is of other parameters: it lacks %s and has %s besides. Continue with the"
                  + " same model and the same trained parameters.")
              .formatted(missing, other));
    }
    arrays.keySet().forEach(name -> check(source.layout(name), layout(name)));
    arrays.forEach((name, array) -> copy(source.tensor(name), array));
  }

  /** Not {@link NDArray#set}, which would make the source's memory the tensor's. */
  private static void copy(StoredTensor stored, NDArray array) {
    try (NDArray view =
        array.getManager().create(stored.content(), array.getShape(), DataType.FLOAT32)) {
      view.copyTo(array);
    }
  }

  private static void check(TensorLayout stored, TensorLayout needed) {
    if (!stored.equals(needed)) {
      throw new InvalidInputException(
          "%s is %s %s in this state, but %s %s is needed; it is of another model."
              .formatted(
                  needed.name(), stored.type(), stored.shape(), needed.type(), needed.shape()));
    }
  }

  private static List<Long> shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).boxed().toList();
  }

  @Override
  public void close() {
    // the optimiser owns the tensors
  }
}
