package dev.emovox.serving.protocol;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a tensor in binary form, little-endian: numbers of 4 bytes, or files, each after
 * its length in 4 bytes.
 */
public final class BinaryElements implements InputElements {
  private final ByteBuffer bytes;

  /** The elements in these bytes, from position to limit. */
  public BinaryElements(ByteBuffer bytes) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public float[] numbers() {
    if (bytes.remaining() % Float.BYTES != 0) {
      throw malformed("The binary data of 'audio' are no FP32 elements.");
    }
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  @Override
  public List<byte[]> files(int most) {
    List<byte[]> files = new ArrayList<>();
    ByteBuffer rest = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    while (rest.hasRemaining()) {
      int length = rest.remaining() < Integer.BYTES ? -1 : rest.getInt();
      if (length < 0 || length > rest.remaining() || files.size() == most) {
        throw malformed("The binary data of 'file' are no BYTES elements, or too many.");
      }
      byte[] file = new byte[length];
      rest.get(file);
      files.add(file);
    }
    return files;
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(ProblemType.MALFORMED, detail);
  }
}
