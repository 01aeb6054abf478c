package dev.emovox.serving.grpc;

import dev.emovox.serving.problem.ProblemException;
import dev.emovox.serving.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import java.util.function.IntPredicate;

/**
 * Collects the one message of a unary call: a byte that says whether it is compressed, its length
 * in 4 bytes, and its bytes. How long it will be is known, and may be refused, before any of it is
 * kept. Not safe for use by several threads.
 */
final class MessageFrame {
  private static final int PREFIX_BYTES = 5;

  private final int most;
  private final IntPredicate room;
  private Buffer collected = Buffer.buffer();
  private int length = -1;

  /**
   * Nothing yet.
   *
   * @param most bytes of the message
   * @param room asked once, whether there is memory for so many bytes
   */
  MessageFrame(int most, IntPredicate room) {
    this.most = most;
    this.room = room;
  }

  /**
   * Takes what arrived.
   *
   * @throws ProblemException if it can't be the beginning of a message that is accepted
   */
  void add(Buffer chunk) {
    collected.appendBuffer(chunk);
    if (length < 0 && collected.length() >= PREFIX_BYTES) {
      begin();
    }
    if (length >= 0 && collected.length() > PREFIX_BYTES + length) {
      throw new ProblemException(ProblemType.MALFORMED, "The call has more than one message.");
    }
  }

  private void begin() {
    if (collected.getByte(0) != 0) {
      throw new ProblemException(
          ProblemType.NOT_IMPLEMENTED, "Compressed messages are not read; send them as they are.");
    }
    long announced = collected.getUnsignedInt(1);
    if (announced > most) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "The message is larger than " + most + " bytes; send less at once.");
    }
    if (!room.test((int) announced)) {
      throw new ProblemException(
          ProblemType.OVERLOADED, "Too many clips are being sent; try again shortly.");
    }
    length = (int) announced;
  }

  /**
   * The message, once nothing more comes.
   *
   * @throws ProblemException if it is not complete
   */
  byte[] message() {
    if (length < 0 || collected.length() < PREFIX_BYTES + length) {
      throw new ProblemException(
          ProblemType.MALFORMED, "The call ends before the message that it announces.");
    }
    byte[] message = collected.getBytes(PREFIX_BYTES, PREFIX_BYTES + length);
    collected = Buffer.buffer();
    return message;
  }

  /** A message as it is sent. */
  static Buffer framed(byte[] message) {
    return Buffer.buffer(PREFIX_BYTES + message.length)
        .appendByte((byte) 0)
        .appendInt(message.length)
        .appendBytes(message);
  }
}
