package dev.emovox.baselines;

import dev.emovox.domain.InvalidInputException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads the values of a model's bytes, each within bounds. Running out of bytes is a {@link
 * BufferUnderflowException}, which {@link BaselineModelFormat} turns into the refusal.
 */
final class ModelInput {
  private static final int MAX_TEXT_BYTES = 1_000;

  private final ByteBuffer bytes;

  private ModelInput(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** The content before the checksum, which must be right. */
  static ModelInput verified(byte[] content) {
    int length = content.length - Integer.BYTES;
    if (length < 0) {
      throw damaged("it is " + content.length + " bytes long", null);
    }
    CRC32 checksum = new CRC32();
    checksum.update(content, 0, length);
    if (ByteBuffer.wrap(content).getInt(length) != (int) checksum.getValue()) {
      throw damaged("its checksum is wrong", null);
    }
    return new ModelInput(ByteBuffer.wrap(content, 0, length));
  }

  static InvalidInputException damaged(String how, Exception cause) {
    return new InvalidInputException(
        "These are not the bytes of a baseline model, or they are damaged: "
            + how
            + ". Get the file again or fit the model anew.",
        cause);
  }

  void magic(String ascii) {
    byte[] expected = ascii.getBytes(StandardCharsets.US_ASCII);
    byte[] actual = new byte[expected.length];
    bytes.get(actual);
    require(Arrays.equals(expected, actual), "they do not start with " + ascii);
  }

  int integer() {
    return bytes.getInt();
  }

  double number() {
    double value = bytes.getDouble();
    require(Double.isFinite(value), "a number is " + value);
    return value;
  }

  double positive() {
    double value = number();
    require(value > 0, "a scale is " + value);
    return value;
  }

  /** A variable-length number between the bounds, both included. */
  int count(int least, int most, String what) {
    long value = 0;
    int shift = 0;
    int part;
    do {
      require(shift <= 28, "a number is too long");
      part = bytes.get();
      value |= (long) (part & 0x7f) << shift;
      shift += 7;
    } while ((part & 0x80) != 0);
    require(
        value >= least && value <= most,
        "number of " + what + " is " + value + ", not between " + least + " and " + most);
    return (int) value;
  }

  String text() {
    byte[] utf8 = new byte[count(0, MAX_TEXT_BYTES, "bytes of a text")];
    bytes.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** Refuses a size that the rest of the input can't fill, before memory is taken for it. */
  void requireBytes(long size) {
    require(size <= bytes.remaining(), "the end is missing");
  }

  void end() {
    require(!bytes.hasRemaining(), bytes.remaining() + " bytes follow the model");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw damaged(otherwise, null);
    }
  }
}
