package dev.emovox.wav2vec2.checkpoint;

import dev.emovox.domain.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Stored numbers as IEEE 754 binary32. Binary16 and bfloat16 are subsets of it, so their values
 * stay exactly; binary64 is rounded to nearest, ties to even.
 */
public final class Float32 {
  private static final int HALF_SIGN = 0x8000;
  private static final int HALF_EXPONENT = 0x7c00;
  private static final int HALF_FRACTION = 0x03ff;
  private static final int FRACTION_SHIFT = 13;
  private static final int BIAS_DIFFERENCE = 127 - 15;
  private static final float SUBNORMAL_UNIT = 0x1p-24f;

  private Float32() {}

  /**
   * The numbers of a tensor, little-endian from position 0: those that are stored, not copied, if
   * they are binary32 already, otherwise converted into a new direct buffer.
   *
   * @throws InvalidInputException if they are integers
   */
  public static ByteBuffer of(StoredTensor tensor) {
    if (tensor.type() == ElementType.FLOAT32) {
      return tensor.content();
    }
    int bytes = Math.toIntExact(Math.multiplyExact(tensor.elements(), (long) Float.BYTES));
    ByteBuffer target = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    copy(tensor, target);
    return target.flip();
  }

  /**
   * Puts the numbers of a tensor at the position of {@code target}, in its byte order.
   *
   * @throws InvalidInputException if they are integers
   * @throws java.nio.BufferOverflowException if {@code target} has no room for them
   */
  public static void copy(StoredTensor tensor, ByteBuffer target) {
    ByteBuffer source = tensor.content();
    while (source.hasRemaining()) {
      target.putFloat(next(source, tensor));
    }
  }

  private static float next(ByteBuffer source, StoredTensor tensor) {
    return switch (tensor.type()) {
      case FLOAT64 -> (float) source.getDouble();
      case FLOAT32 -> source.getFloat();
      case FLOAT16 -> ofHalf(source.getShort());
      case BFLOAT16 -> Float.intBitsToFloat(source.getShort() << Short.SIZE);
      case INT64 ->
          throw new InvalidInputException(
              "Tensor %s holds integers where a parameter of real numbers is expected."
                  .formatted(tensor.name()));
    };
  }

  /** The value of an IEEE 754 binary16, given by its bits. */
  public static float ofHalf(short bits) {
    int sign = (bits & HALF_SIGN) << Short.SIZE;
    int exponent = bits & HALF_EXPONENT;
    int fraction = bits & HALF_FRACTION;
    if (exponent == HALF_EXPONENT) {
      return Float.intBitsToFloat(sign | 0x7f800000 | fraction << FRACTION_SHIFT);
    }
    if (exponent == 0) {
      float magnitude = fraction * SUBNORMAL_UNIT;
      return sign == 0 ? magnitude : -magnitude;
    }
    int magnitude = (exponent | fraction) << FRACTION_SHIFT;
    return Float.intBitsToFloat(sign | magnitude + (BIAS_DIFFERENCE << 23));
  }
}
