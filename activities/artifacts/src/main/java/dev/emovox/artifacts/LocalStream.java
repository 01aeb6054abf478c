package dev.emovox.artifacts;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Tells failures of the local disk from those of the connection, which are IOExceptions too. */
final class LocalStream extends FilterOutputStream {
  LocalStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    try {
      out.write(source, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
