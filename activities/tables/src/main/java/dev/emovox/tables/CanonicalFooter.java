package dev.emovox.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Gives a Parquet file's footer one form. Parquet's writer lists the encodings of a column in the
 * order of a hash set of enum constants, which hash by their address in memory, so that the same
 * rows would give other bytes in another process.
 */
final class CanonicalFooter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL_BYTES = Integer.BYTES + MAGIC.length;

  private CanonicalFooter() {}

  /** The same file with its lists of encodings sorted. */
  static byte[] of(byte[] file) throws IOException {
    int start = file.length - TAIL_BYTES - length(ByteBuffer.wrap(file), file.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    bytes.write(file, 0, start);
    bytes.writeBytes(canonical(file, start, file.length - TAIL_BYTES - start));
    return bytes.toByteArray();
  }

  /** Sorts the lists of encodings in a file; of all else in it, nothing is read. */
  static void in(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer tail = read(channel, channel.size() - TAIL_BYTES, TAIL_BYTES);
      int length = length(tail, TAIL_BYTES);
      long start = channel.size() - TAIL_BYTES - length;
      ByteBuffer footer =
          ByteBuffer.wrap(canonical(read(channel, start, length).array(), 0, length));
      channel.truncate(start).position(start);
      while (footer.hasRemaining()) {
        channel.write(footer);
      }
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file ends at " + channel.size());
      }
    }
    return buffer;
  }

  /** Length of the footer, as told by the tail at the end of {@code bytes}. */
  private static int length(ByteBuffer bytes, int end) {
    return bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(end - TAIL_BYTES);
  }

  /** Footer and tail. */
  private static byte[] canonical(byte[] bytes, int start, int length) throws IOException {
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        sort(column.getMeta_data());
      }
    }
    ByteArrayOutputStream sorted = new ByteArrayOutputStream(length + TAIL_BYTES);
    Util.writeFileMetaData(footer, sorted);
    ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    sorted.writeBytes(tail.putInt(sorted.size()).put(MAGIC).array());
    return sorted.toByteArray();
  }

  private static void sort(ColumnMetaData column) {
    column.getEncodings().sort(Comparator.comparingInt(Encoding::getValue));
    List<PageEncodingStats> stats = column.getEncoding_stats();
    if (stats != null) {
      stats.sort(
          Comparator.comparingInt((PageEncodingStats s) -> s.getPage_type().getValue())
              .thenComparingInt(s -> s.getEncoding().getValue()));
    }
  }
}
