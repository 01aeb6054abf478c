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
import java.util.TreeSet;

/**
 * Tensors of a computation that goes on, to be saved and put back. Contents are the memory of the
 * tensors themselves where that lies in the processor's, so they are valid until the tensors change
 * next. Owns nothing.
 */
public final class TensorState implements TensorSource {
  private final String title;
  private final SortedMap<String, NDArray> arrays;

  /**
   * The state that these tensors are.
   *
   * @param title what messages call it, such as {@code the optimiser's state}
   * @param arrays 32-bit tensors by name
   */
  public TensorState(String title, SortedMap<String, NDArray> arrays) {
    this.title = title;
    this.arrays = Collections.unmodifiableSortedMap(arrays);
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
      throw new IllegalArgumentException("There is no tensor " + name + " in " + title + ".");
    }
    return array;
  }

  /**
   * Puts back what was saved of the same tensors.
   *
   * @throws InvalidInputException if it is of others; nothing is changed then
   */
  public void restore(TensorSource source) {
    checkNames(source.names());
    arrays.keySet().forEach(name -> check(source.layout(name), layout(name)));
    arrays.forEach((name, array) -> copy(source.tensor(name), array));
  }

  private void checkNames(SortedSet<String> names) {
    if (!names.equals(arrays.keySet())) {
      SortedSet<String> other = new TreeSet<>(names);
      other.removeAll(arrays.keySet());
      SortedSet<String> missing = new TreeSet<>(arrays.keySet());
      missing.removeAll(names);
      throw new InvalidInputException(
          ("What is to be put back as %s is of other parameters: it lacks %s and has %s besides."
                  + " Continue with the same model and the same trained parameters.")
              .formatted(title, shortened(missing), shortened(other)));
    }
  }

  private static String shortened(SortedSet<String> names) {
    int most = 3;
    List<String> first = names.stream().limit(most).toList();
    return names.size() <= most ? first.toString() : first + " and " + (names.size() - most);
  }

  private void check(TensorLayout stored, TensorLayout needed) {
    if (!stored.equals(needed)) {
      throw new InvalidInputException(
          "%s is %s %s in what is to be put back as %s, but %s %s is needed; it is of another model."
              .formatted(
                  needed.name(),
                  stored.type(),
                  stored.shape(),
                  title,
                  needed.type(),
                  needed.shape()));
    }
  }

  /** Not {@link NDArray#set}, which would make the source's memory the tensor's. */
  private static void copy(StoredTensor stored, NDArray array) {
    try (NDArray view =
        array.getManager().create(stored.content(), array.getShape(), DataType.FLOAT32)) {
      view.copyTo(array);
    }
  }

  private static List<Long> shape(NDArray array) {
    return Arrays.stream(array.getShape().getShape()).boxed().toList();
  }

  @Override
  public void close() {
    // the tensors belong to those who compute with them
  }
}
