package dev.emovox.wav2vec2.checkpoint;

import java.util.List;

/**
 * What a tensor is, without its numbers.
 *
 * @param name its name in the file
 * @param type how its elements are written
 * @param shape its dimensions, none negative; empty for a scalar
 */
public record TensorLayout(String name, ElementType type, List<Long> shape) {

  public TensorLayout {
    shape = List.copyOf(shape);
    if (shape.stream().anyMatch(size -> size < 0)) {
      throw new IllegalArgumentException("negative size in " + shape + " of " + name);
    }
  }

  /**
   * How many elements there are.
   *
   * @throws ArithmeticException if more than a long can say
   */
  public long elements() {
    return shape.contains(0L) ? 0 : shape.stream().reduce(1L, Math::multiplyExact);
  }

  /**
   * How many bytes they take, row-major without gaps.
   *
   * @throws ArithmeticException if more than a long can say
   */
  public long bytes() {
    return Math.multiplyExact(elements(), (long) type.bytes());
  }
}
