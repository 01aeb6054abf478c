package dev.emovox.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
    int tail = file.length - TAIL_BYTES;
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
    int start = tail - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk column : group.getColumns()) {
        sort(column.getMeta_data());
      }
    }
    return with(footer, file, start);
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

  private static byte[] with(FileMetaData footer, byte[] file, int start) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
    bytes.write(file, 0, start);
    Util.writeFileMetaData(footer, bytes);
    int length = bytes.size() - start;
    ByteBuffer tail = ByteBuffer.allocate(TAIL_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.writeBytes(tail.putInt(length).put(MAGIC).array());
    return bytes.toByteArray();
  }
}
