package dev.emovox.serving.protocol;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The elements of tensors in Triton's binary form, little-endian. */
final class BinaryElements {
  private BinaryElements() {}

  /** Elements of 4 bytes. */
  static float[] numbers(ByteBuffer bytes) {
    if (bytes.remaining() % Float.BYTES != 0) {
      throw malformed("The binary data of 'audio' are no FP32 elements.");
    }
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /**
   * Each element is its length in 4 bytes and then its bytes.
   *
   * @param most elements that are read
   */
  static List<byte[]> files(ByteBuffer bytes, int most) {
    List<byte[]> files = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
      if (length < 0 || length > bytes.remaining() || files.size() == most) {
        throw malformed("The binary data of 'file' are no BYTES elements, or too many.");
      }
      byte[] file = new byte[length];
      bytes.get(file);
      files.add(file);
    }
    return files;
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
