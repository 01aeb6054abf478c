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
  }

  @Override
  public ByteBuffer content() {
    return content.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many elements there are. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
