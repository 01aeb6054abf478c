package dev.emovox.wav2vec2.checkpoint.pickle;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.wav2vec2.checkpoint.file.Quoted;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a pickle and the arguments of its instructions, with checked ends. */
final class PickleInput {
  private static final int LONGEST_STRING = 1 << 16;
  private static final int LONGEST_INTEGER = 16;

  private final String source;
  private final ByteBuffer bytes;

  PickleInput(String source, ByteBuffer bytes) {
    this.source = source;
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  int position() {
    return bytes.position();
  }

  int unsignedByte() {
    return Byte.toUnsignedInt(need(1).get());
  }

  int unsignedShort() {
    return Short.toUnsignedInt(need(Short.BYTES).getShort());
  }

  int signedInt() {
    return need(Integer.BYTES).getInt();
  }

  long unsignedInt() {
    return Integer.toUnsignedLong(signedInt());
  }

  long signedLong() {
    return need(Long.BYTES).getLong();
  }

  /** The one argument that is big-endian. */
  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(signedLong()));
  }

  /** Two's complement of {@code length} bytes, little-endian. */
  BigInteger integer(long length) {
    if (length < 0 || length > LONGEST_INTEGER) {
      throw malformed(
          "an integer of %d bytes; at most %d are allowed".formatted(length, LONGEST_INTEGER));
    }
    need((int) length);
    byte[] bigEndian = new byte[(int) length];
    for (int i = bigEndian.length - 1; i >= 0; i--) {
      bigEndian[i] = bytes.get();
    }
    return bigEndian.length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian);
  }

  String text(long length) {
    if (length < 0 || length > LONGEST_STRING) {
      throw malformed(
          "a string of %d bytes; at most %d are allowed".formatted(length, LONGEST_STRING));
    }
    need((int) length);
    ByteBuffer encoded = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(encoded);
      return decoded.toString();
    } catch (CharacterCodingException e) {
      throw malformed("a string that is not UTF-8");
    }
  }

  /** The text up to the next line feed, which is consumed. */
  String line() {
    int begin = bytes.position();
    int end = begin;
    int last = Math.min(bytes.limit(), begin + LONGEST_STRING);
    while (end < last && bytes.get(end) != '\n') {
      end++;
    }
    if (end == last) {
      throw malformed("a line without an end");
    }
    String line = text(end - begin);
    bytes.position(end + 1);
    return line;
  }

  private ByteBuffer need(int count) {
    if (bytes.remaining() < count) {
      throw malformed(
          "an end where %d bytes should follow; the file may be cut off".formatted(count));
    }
    return bytes;
  }

  /** Something that no honest pickle has at this position. */
  InvalidInputException malformed(String what) {
    return new InvalidInputException(
        "%s is not a valid PyTorch file: its pickle has, at byte %d, %s. Fetch it again, or save it as safetensors where it comes from."
            .formatted(source, bytes.position(), Quoted.of(what)));
  }

  /** Something that is well-formed and could run code or is not understood. */
  InvalidInputException refused(String what) {
    return new InvalidInputException(
        "%s is refused: its pickle uses, at byte %d, %s, which no plain state dictionary of tensors needs and which could run code. Nothing was run. If you trust where it comes from, load it in PyTorch there and save model.state_dict() as safetensors."
            .formatted(source, bytes.position(), Quoted.of(what)));
  }
}
