package dev.emovox.wav2vec2.checkpoint.pickle;

import java.util.Arrays;
import java.util.Optional;

/**
 * The only names from Python that a pickle may use. They are compared as text; nothing of Python
 * exists here.
 */
enum KnownGlobal {
  ORDERED_DICT("collections", "OrderedDict"),
  REBUILD_TENSOR("torch._utils", "_rebuild_tensor"),
  REBUILD_TENSOR_V2("torch._utils", "_rebuild_tensor_v2"),
  REBUILD_PARAMETER("torch._utils", "_rebuild_parameter"),
  DOUBLE_STORAGE("torch", "DoubleStorage"),
  FLOAT_STORAGE("torch", "FloatStorage"),
  HALF_STORAGE("torch", "HalfStorage"),
  BFLOAT16_STORAGE("torch", "BFloat16Storage"),
  LONG_STORAGE("torch", "LongStorage");

  private final String module;
  private final String attribute;

  KnownGlobal(String module, String attribute) {
    this.module = module;
    this.attribute = attribute;
  }

  static Optional<KnownGlobal> of(String module, String attribute) {
    return Arrays.stream(values())
        .filter(known -> known.module.equals(module) && known.attribute.equals(attribute))
        .findFirst();
  }

  /** The type of a storage's elements; empty for what is no storage. */
  Optional<StorageType> storageType() {
    return switch (this) {
      case DOUBLE_STORAGE -> Optional.of(StorageType.DOUBLE);
      case FLOAT_STORAGE -> Optional.of(StorageType.FLOAT);
      case HALF_STORAGE -> Optional.of(StorageType.HALF);
      case BFLOAT16_STORAGE -> Optional.of(StorageType.BFLOAT16);
      case LONG_STORAGE -> Optional.of(StorageType.LONG);
      case ORDERED_DICT, REBUILD_TENSOR, REBUILD_TENSOR_V2, REBUILD_PARAMETER -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return module + "." + attribute;
  }
}
