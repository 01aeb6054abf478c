package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedInputStream;
import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import java.io.IOException;

/** Goes through the fields of a message; those that nobody reads are skipped and not kept. */
final class Fields {
  private static final int BITS_OF_TYPE = 3;

  private Fields() {}

  /** Reads one field. */
  @FunctionalInterface
  interface Reader {

    /**
     * Reads the field's value, if it is one that is known.
     *
     * @param tag the field's number and the form of its value, see {@link #tag}
     * @return false if it is not known; nothing was read then
     */
    boolean read(CodedInputStream input, int tag) throws IOException;
  }

  /** How a value is written. */
  enum Form {
    /** A whole number. */
    VARINT(0),
    /** A length and so many bytes: texts, messages, packed lists. */
    BYTES(2),
    /** A number of single precision. */
    FOUR_BYTES(5);

    private final int code;

    Form(int code) {
      this.code = code;
    }
  }

  static int tag(int number, Form form) {
    return number << BITS_OF_TYPE | form.code;
  }

  /**
   * Reads a message.
   *
   * @throws ProblemException if it is none
   */
  static void read(byte[] message, Reader reader) {
    try {
      CodedInputStream input = CodedInputStream.newInstance(message);
      input.enableAliasing(true);
      // Nothing inside may announce more than there is.
      input.pushLimit(message.length);
      all(input, reader);
    } catch (IOException e) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The message is none of the protocol, or not complete.");
    }
  }

  /** Reads a message within a message. */
  static void inner(CodedInputStream input, Reader reader) throws IOException {
    int outer = input.pushLimit(input.readRawVarint32());
    all(input, reader);
    input.popLimit(outer);
  }

  private static void all(CodedInputStream input, Reader reader) throws IOException {
    for (int tag = input.readTag(); tag != 0; tag = input.readTag()) {
      if (!reader.read(input, tag)) {
        skip(input, tag);
      }
    }
  }

  private static void skip(CodedInputStream input, int tag) throws IOException {
    if (!input.skipField(tag)) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The message ends a group that it does not begin.");
    }
  }
}
