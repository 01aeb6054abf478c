package dev.emovox.wav2vec2.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor as it is stored, row-major.
 *
 * @param name its name in the file
 * @param type how its elements are written
 * @param shape its dimensions; empty for a scalar
 * @param content the elements, little-endian and read-only, from position 0 to the limit; each call
 *     of {@link #content()} gives a view with a position of its own
 */
public record StoredTensor(String name, ElementType type, List<Long> shape, ByteBuffer content) {

  public StoredTensor {
    shape = List.copyOf(shape);
    content = content.slice();
    if (content.limit() != new TensorLayout(name, type, shape).bytes()) {
      throw new IllegalArgumentException(
          "%d bytes for %s %s of shape %s".formatted(content.limit(), type, name, shape));
    }
  }

  @Override
  public ByteBuffer content() {
    return content.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many elements there are. */
  public long elements() {
    return layout().elements();
  }

  /** What it is, without its numbers. */
  public TensorLayout layout() {
    return new TensorLayout(name, type, shape);
  }

  /** The same numbers under another name. */
  public StoredTensor renamed(String newName) {
    return new StoredTensor(newName, type, shape, content);
  }
}
