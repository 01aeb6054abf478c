package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.wav2vec2.checkpoint.file.MappedFile;
import dev.emovox.wav2vec2.checkpoint.pickle.StorageReference;
import dev.emovox.wav2vec2.checkpoint.pickle.StorageType;
import dev.emovox.wav2vec2.checkpoint.pickle.TensorReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A tensor of a pickle file as a checked view of a storage in that file. Every element lies inside
 * of the storage, and it has no more elements than the storage, so that a small file can't ask for
 * much memory.
 */
final class TensorView {
  private static final long LARGEST_COPY = 256 << 20;

  private final TensorLayout layout;
  private final TensorReference reference;
  private final long storageOffset;

  private TensorView(TensorLayout layout, TensorReference reference, long storageOffset) {
    this.layout = layout;
    this.reference = reference;
    this.storageOffset = storageOffset;
  }

  /**
   * Checks a view.
   *
   * @param source the file's name, for messages
   * @param storageOffset where the storage begins in the file
   * @throws dev.emovox.domain.InvalidInputException if it leaves its storage
   */
  static TensorView checked(
      String source, String name, TensorReference reference, long storageOffset) {
    TensorLayout layout =
        new TensorLayout(name, type(reference.storage().type()), reference.sizes());
    try {
      long elements = layout.elements();
      if (elements > 0
          && (elements > reference.storage().elements()
              || last(reference) >= reference.storage().elements())) {
        throw outside(source, name, reference.storage());
      }
    } catch (ArithmeticException e) {
      throw outside(source, name, reference.storage());
    }
    TensorView view = new TensorView(layout, reference, storageOffset);
    if (view.span() > (view.isContiguous() ? MappedFile.LARGEST_SLICE : LARGEST_COPY)) {
      throw PickleFile.malformed(source, "tensor %s is too large to be read".formatted(name));
    }
    return view;
  }

  private static RuntimeException outside(String source, String name, StorageReference storage) {
    return PickleFile.malformed(
        source,
        "tensor %s does not lie within its storage of %d elements"
            .formatted(name, storage.elements()));
  }

  private static long last(TensorReference reference) {
    long last = reference.offset();
    for (int i = 0; i < reference.sizes().size(); i++) {
      long steps = reference.sizes().get(i) - 1;
      last = Math.addExact(last, Math.multiplyExact(steps, reference.strides().get(i)));
    }
    return last;
  }

  static ElementType type(StorageType type) {
    return switch (type) {
      case DOUBLE -> ElementType.FLOAT64;
      case FLOAT -> ElementType.FLOAT32;
      case HALF -> ElementType.FLOAT16;
      case BFLOAT16 -> ElementType.BFLOAT16;
      case LONG -> ElementType.INT64;
    };
  }

  TensorLayout layout() {
    return layout;
  }

  /** The tensor: a slice of the file if its elements are in order without gaps, else a copy. */
  StoredTensor read(MappedFile file) {
    int width = layout.type().bytes();
    ByteBuffer content;
    if (layout.elements() == 0) {
      content = ByteBuffer.allocate(0);
    } else if (isContiguous()) {
      content = file.slice(storageOffset + reference.offset() * width, layout.bytes());
    } else {
      content = gathered(file, width);
    }
    return new StoredTensor(layout.name(), layout.type(), layout.shape(), content);
  }

  /** Bytes from the first element to the end of the last one. */
  private long span() {
    long elements = layout.elements() == 0 ? 0 : last(reference) + 1 - reference.offset();
    return elements * layout.type().bytes();
  }

  private boolean isContiguous() {
    long expected = 1;
    for (int i = reference.sizes().size() - 1; i >= 0; i--) {
      long size = reference.sizes().get(i);
      if (size != 1 && reference.strides().get(i) != expected) {
        return false;
      }
      expected *= size;
    }
    return true;
  }

  private ByteBuffer gathered(MappedFile file, int width) {
    ByteBuffer storage = file.slice(storageOffset + reference.offset() * width, span());
    ByteBuffer target =
        ByteBuffer.allocateDirect((int) layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    long[] index = new long[reference.sizes().size()];
    while (target.hasRemaining()) {
      int at = Math.toIntExact(position(index) * width);
      if (width == Short.BYTES) {
        target.putShort(storage.getShort(at));
      } else if (width == Integer.BYTES) {
        target.putInt(storage.getInt(at));
      } else {
        target.putLong(storage.getLong(at));
      }
      advance(index);
    }
    return target.flip();
  }

  private long position(long[] index) {
    long position = 0;
    for (int i = 0; i < index.length; i++) {
      position += index[i] * reference.strides().get(i);
    }
    return position;
  }

  private void advance(long[] index) {
    for (int i = index.length - 1; i >= 0; i--) {
      index[i]++;
      if (index[i] < reference.sizes().get(i)) {
        return;
      }
      index[i] = 0;
    }
  }
}
