package dev.emovox.wav2vec2.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** How the numbers of a stored tensor are written; little-endian throughout. */
public enum ElementType {
  /** IEEE 754 binary64. */
  FLOAT64(8, "F64"),
  /** IEEE 754 binary32. */
  FLOAT32(4, "F32"),
  /** IEEE 754 binary16. */
  FLOAT16(2, "F16"),
  /** The upper half of a binary32. */
  BFLOAT16(2, "BF16"),
  /** Two's complement, 64 bits. */
  INT64(8, "I64");

  private final int bytes;
  private final String safetensorsName;

  ElementType(int bytes, String safetensorsName) {
    this.bytes = bytes;
    this.safetensorsName = safetensorsName;
  }

  /** Size of one element. */
  public int bytes() {
    return bytes;
  }

  /** The {@code dtype} of the safetensors format. */
  public String safetensorsName() {
    return safetensorsName;
  }

  /** The type that the safetensors format calls so; empty if it is none of these. */
  public static Optional<ElementType> ofSafetensors(String name) {
    return Arrays.stream(values()).filter(type -> type.safetensorsName.equals(name)).findFirst();
  }
}
