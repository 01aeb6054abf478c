package dev.emovox.wav2vec2.checkpoint.pickle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the known functions of PyTorch would build, as plain records with checked arguments. */
final class Calls {
  private static final int HIGHEST_RANK = 8;
  private static final int STORAGE_PARTS = 5;

  private final PickleInput in;

  Calls(PickleInput in) {
    this.in = in;
  }

  Object call(KnownGlobal function, PythonTuple arguments) {
    return switch (function) {
      case ORDERED_DICT -> orderedDictionary(arguments);
      case REBUILD_TENSOR -> tensor(function, arguments, 4, 4);
      case REBUILD_TENSOR_V2 -> tensor(function, arguments, 6, 7);
      case REBUILD_PARAMETER -> parameter(arguments);
      case DOUBLE_STORAGE, FLOAT_STORAGE, HALF_STORAGE, BFLOAT16_STORAGE, LONG_STORAGE ->
          throw in.refused("a call of " + function);
    };
  }

  private Object orderedDictionary(PythonTuple arguments) {
    if (arguments.size() != 0) {
      throw in.refused("an OrderedDict made with arguments");
    }
    return new LinkedHashMap<>();
  }

  private Object parameter(PythonTuple arguments) {
    if (arguments.size() != 3 || !(arguments.get(0) instanceof TensorReference tensor)) {
      throw in.malformed("a parameter without a tensor");
    }
    return tensor;
  }

  /**
   * Arguments: storage, offset, sizes, strides, then whether it has a gradient, hooks, metadata.
   */
  private Object tensor(KnownGlobal function, PythonTuple arguments, int fewest, int most) {
    if (arguments.size() < fewest
        || arguments.size() > most
        || !(arguments.get(0) instanceof StorageReference storage)) {
      throw in.malformed("arguments of %s that are no tensor".formatted(function));
    }
    if (arguments.size() == 7 && arguments.get(6) != PythonNone.NONE) {
      throw in.refused("a tensor with metadata");
    }
    List<Long> sizes = numbers(arguments.get(2));
    List<Long> strides = numbers(arguments.get(3));
    if (sizes.size() != strides.size()) {
      throw in.malformed(
          "a tensor with %d sizes and %d strides".formatted(sizes.size(), strides.size()));
    }
    return new TensorReference(storage, number(arguments.get(1)), sizes, strides);
  }

  private List<Long> numbers(Object value) {
    if (!(value instanceof PythonTuple tuple) || tuple.size() > HIGHEST_RANK) {
      throw in.malformed(
          "sizes or strides that are no tuple of at most %d numbers".formatted(HIGHEST_RANK));
    }
    List<Long> numbers = new ArrayList<>();
    tuple.elements().forEach(element -> numbers.add(number(element)));
    return numbers;
  }

  private long number(Object value) {
    if (!(value instanceof Long number) || number < 0) {
      throw in.malformed("something else where a size, stride or offset should be");
    }
    return number;
  }

  /**
   * The storage behind a persistent id: {@code ('storage', type, key, device, elements)}, and in
   * the older form of files None behind it.
   */
  StorageReference storage(Object id) {
    if (!(id instanceof PythonTuple parts)
        || parts.size() < STORAGE_PARTS
        || !"storage".equals(parts.get(0))) {
      throw in.refused("a persistent id that is no storage");
    }
    if (!(parts.get(1) instanceof KnownGlobal global)
        || !(parts.get(2) instanceof String key)
        || global.storageType().isEmpty()) {
      throw in.refused("a storage of unknown type");
    }
    if (parts.size() > STORAGE_PARTS
        && (parts.size() > STORAGE_PARTS + 1 || parts.get(STORAGE_PARTS) != PythonNone.NONE)) {
      throw in.refused("a storage that is a part of another, as before PyTorch 0.4");
    }
    return new StorageReference(global.storageType().get(), key, number(parts.get(4)));
  }
}
