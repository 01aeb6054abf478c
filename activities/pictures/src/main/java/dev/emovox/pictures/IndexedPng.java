package dev.emovox.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes images of at most 256 colours as PNG (ISO/IEC 15948), one byte a pixel. Nothing is
 * compressed: what a compressor makes differs between versions of zlib, and equal images shall be
 * equal bytes on every machine.
 */
final class IndexedPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int HEADER_BYTES = 13;
  private static final int LARGEST_BLOCK = 0xffff;

  private IndexedPng() {}

  /**
   * The bytes of an image.
   *
   * @param rows one array a row from the top, an index of a colour a pixel, all of equal length
   * @param colours at most 256, each {@code 0xRRGGBB}
   */
  static byte[] write(byte[][] rows, int[] colours) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_BYTES).putInt(rows[0].length).putInt(rows.length);
    // Eight bits a pixel, colours from a palette, and the only methods that there are.
    header.put(new byte[] {8, 3, 0, 0, 0});
    chunk(png, "IHDR", header.array());
    ByteBuffer palette = ByteBuffer.allocate(3 * colours.length);
    for (int colour : colours) {
      palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    chunk(png, "PLTE", palette.array());
    chunk(png, "IDAT", stored(scanlines(rows)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Each row behind a zero: it is not filtered. */
  private static byte[] scanlines(byte[][] rows) {
    ByteBuffer lines = ByteBuffer.allocate(rows.length * (rows[0].length + 1));
    for (byte[] row : rows) {
      lines.put((byte) 0).put(row);
    }
    return lines.array();
  }

  /** A zlib stream (RFC 1950) of stored blocks (RFC 1951). */
  private static byte[] stored(byte[] content) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(new byte[] {0x78, 0x01});
    for (int at = 0; at < content.length; at += LARGEST_BLOCK) {
      int size = Math.min(LARGEST_BLOCK, content.length - at);
      boolean last = at + size == content.length;
      stream.write(last ? 1 : 0);
      stream.writeBytes(new byte[] {(byte) size, (byte) (size >> 8)});
      stream.writeBytes(new byte[] {(byte) ~size, (byte) (~size >> 8)});
      stream.write(content, at, size);
    }
    Adler32 sum = new Adler32();
    sum.update(content);
    stream.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return stream.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
