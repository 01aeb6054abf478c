package dev.emovox.artifacts;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Memory for content of a known size. It takes more without keeping it, since the reader finds that
 * out by itself, and never grows by what a server says.
 */
final class VerifiedBuffer extends OutputStream {
  private final byte[] content;
  private int size;

  VerifiedBuffer(int bytes) {
    this.content = new byte[bytes];
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    int kept = Math.min(length, content.length - size);
    System.arraycopy(source, offset, content, size, kept);
    size += kept;
  }

  byte[] content() {
    return size == content.length ? content : Arrays.copyOf(content, size);
  }
}
