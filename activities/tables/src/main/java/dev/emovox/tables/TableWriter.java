package dev.emovox.tables;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes a table into a file row by row, holding no more than a group of rows. The file is complete
 * once the writer is closed; its bytes are those of {@link ParquetTable#write} of the same rows.
 * Not safe for use by several threads at once.
 *
 * @param <T> type of the rows
 */
public final class TableWriter<T extends Record> implements AutoCloseable {
  private final Path file;
  private final CarpetWriter<T> rows;

  TableWriter(Class<T> rowType, Path file) {
    this.file = file;
    try {
      this.rows = rows(rowType, new BufferedOutputStream(Files.newOutputStream(file)));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  static <T> CarpetWriter<T> rows(Class<T> rowType, OutputStream out) throws IOException {
    return new CarpetWriter.Builder<>(out, rowType)
        .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
        .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
        .withPageWriteChecksumEnabled(true)
        .withRowGroupRowCountLimit(ParquetTable.GROUP_ROWS)
        .build();
  }

  /** Adds a row at the end. */
  public void add(T row) {
    try {
      rows.write(row);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
      CanonicalFooter.in(file);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException cause) {
    return new UncheckedIOException("writing the table " + file, cause);
  }
}
