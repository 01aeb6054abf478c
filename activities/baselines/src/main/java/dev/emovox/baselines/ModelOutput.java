package dev.emovox.baselines;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the values that {@link ModelInput} reads. */
final class ModelOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void magic(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  void integer(int value) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  void number(double value) {
    bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }

  /** A number from zero up, seven bits a byte, low bits first. */
  void count(int value) {
    int rest = value;
    while (rest > 0x7f) {
      bytes.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    bytes.writeBytes(utf8);
  }

  byte[] withChecksum() {
    CRC32 checksum = new CRC32();
    checksum.update(bytes.toByteArray());
    integer((int) checksum.getValue());
    return bytes.toByteArray();
  }
}
