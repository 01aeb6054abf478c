package dev.emovox.serving.grpc.message;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Writes a message field by field, in the order of the calls. What has its default value is left
 * out, as the format has it. Not safe for use by several threads.
 */
final class MessageWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CodedOutputStream output = CodedOutputStream.newInstance(bytes);

  /** Writes something to memory, which never fails. */
  @FunctionalInterface
  private interface Writing {
    void to(CodedOutputStream output) throws IOException;
  }

  private MessageWriter write(Writing writing) {
    try {
      writing.to(output);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
  }

  MessageWriter flag(int field, boolean value) {
    return value ? write(to -> to.writeBool(field, true)) : this;
  }

  MessageWriter text(int field, String value) {
    return value == null || value.isEmpty() ? this : write(to -> to.writeString(field, value));
  }

  /** One element of a list of texts, which may be empty. */
  MessageWriter texts(int field, List<String> values) {
    values.forEach(value -> write(to -> to.writeString(field, value)));
    return this;
  }

  /** One element of a list of bytes, which may be none. */
  MessageWriter bytes(int field, byte[] value) {
    return write(to -> to.writeByteArray(field, value));
  }

  MessageWriter message(int field, MessageWriter inner) {
    return bytes(field, inner.written());
  }

  /** A list of whole numbers, packed. */
  MessageWriter dimensions(int field, List<Integer> values) {
    MessageWriter packed = new MessageWriter();
    values.forEach(value -> packed.write(to -> to.writeInt64NoTag(value)));
    return message(field, packed);
  }

  /** A list of numbers of 8 bytes, packed. */
  MessageWriter numbers(int field, List<Double> values) {
    MessageWriter packed = new MessageWriter();
    values.forEach(value -> packed.write(to -> to.writeDoubleNoTag(value)));
    return message(field, packed);
  }

  byte[] written() {
    write(CodedOutputStream::flush);
    return bytes.toByteArray();
  }
}
