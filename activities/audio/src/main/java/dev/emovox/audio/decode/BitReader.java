package dev.emovox.audio.decode;

import java.nio.ByteBuffer;

/** Reads bits from the most significant down, as FLAC packs them. */
final class BitReader {
  private final byte[] bytes;
  private final int end;
  private int next;
  private long cache;
  private int cached;

  /** Reads {@code content} from {@code position} to its limit. */
  BitReader(ByteBuffer content, int position) {
    if (content.hasArray()) {
      bytes = content.array();
      next = content.arrayOffset() + position;
      end = content.arrayOffset() + content.limit();
    } else {
      bytes = new byte[content.limit() - position];
      content.get(position, bytes);
      end = bytes.length;
    }
  }

  /** Whether no whole byte is left. */
  boolean atEnd() {
    return next >= end && cached < 8;
  }

  /** Index of the next whole byte in {@link #bytes()}; only between bytes. */
  int position() {
    return next - cached / 8;
  }

  /** The array that positions refer to. */
  byte[] bytes() {
    return bytes;
  }

  /** An unsigned number of 0 to 32 bits. */
  long unsigned(int bits) {
    fill(bits);
    cached -= bits;
    return (cache >>> cached) & ((1L << bits) - 1);
  }

  /** A number of 1 to 32 bits in two's complement. */
  int signed(int bits) {
    int shift = 64 - bits;
    return (int) ((unsigned(bits) << shift) >> shift);
  }

  /** How many zero bits come before the next one bit; both are consumed. */
  int zerosBeforeOne() {
    int zeros = 0;
    while (true) {
      fill(1);
      long window = cache << (64 - cached);
      int leading = Math.min(Long.numberOfLeadingZeros(window), cached);
      zeros += leading;
      if (leading < cached) {
        cached -= leading + 1;
        return zeros;
      }
      cached = 0;
    }
  }

  /** Skips to the next byte boundary. */
  void align() {
    cached -= cached & 7;
  }

  private void fill(int bits) {
    if (cached >= bits) {
      return;
    }
    while (cached <= 48 && next < end) {
      cache = (cache << 8) | (bytes[next++] & 0xff);
      cached += 8;
    }
    if (cached < bits) {
      throw Failure.truncated("The FLAC stream ends in the middle of a frame");
    }
  }
}
