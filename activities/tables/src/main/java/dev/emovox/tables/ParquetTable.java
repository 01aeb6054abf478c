package dev.emovox.tables;

import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.emovox.domain.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes lists of records as Parquet and reads them back.
 *
 * <p>A component is a column named in snake_case. Components may be {@code String}, {@code int},
 * {@code long}, {@code float}, {@code double}, {@code boolean}, an enum (stored by its constant's
 * name), or a {@code List} of boxed numbers or strings; references may be null.
 *
 * <p>Files are not compressed, so that the same rows give the same bytes whatever native libraries
 * a machine has; every data page carries a checksum that is verified on reading. Any Parquet reader
 * opens them.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class ParquetTable {

  /** The registered media type of Parquet files. */
  public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

  /** Most rows of a table that is read; a bound on what a changed file can ask for. */
  public static final long MAX_ROWS = 10_000_000;

  /**
   * One Parquet file with a column for each component of {@code rowType}; equal rows give equal
   * bytes.
   */
  public <T extends Record> byte[] write(Class<T> rowType, List<T> rows) {
    try {
      return CanonicalFooter.of(writeRows(rowType, rows));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
  }

  private static <T> byte[] writeRows(Class<T> rowType, List<T> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CarpetWriter<T> writer =
        new CarpetWriter.Builder<>(bytes, rowType)
            .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
            .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
            .withPageWriteChecksumEnabled(true)
            .build()) {
      writer.write(rows);
    }
    return bytes.toByteArray();
  }

  /**
   * The rows of a Parquet file in their order. Columns that are not components of {@code rowType}
   * are passed over.
   *
   * @throws InvalidInputException if the bytes are no table of such rows: truncated, changed,
   *     compressed, a column is missing or of another type, or there are more than {@link
   *     #MAX_ROWS} rows
   */
  public <T extends Record> List<T> read(Class<T> rowType, byte[] content) {
    MemoryInputFile file = new MemoryInputFile(content);
    try {
      TableLayout.verify(file);
      return rows(rowType, file);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // The format's readers trust sizes and offsets of the file; a changed one ends in any of
      // these, the errors included, without having altered anything outside this call.
      throw new InvalidInputException(
          "The table of "
              + rowType.getSimpleName()
              + " rows can't be read from "
              + content.length
              + " bytes of Parquet ("
              + e
              + "). The file is damaged or was written for other rows; make it anew.",
          e);
    }
  }

  private static <T> List<T> rows(Class<T> rowType, MemoryInputFile file) throws IOException {
    List<T> rows = new ArrayList<>();
    try (ParquetReader<T> reader =
        CarpetParquetReader.builder(file, rowType)
            .fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
            .failOnMissingColumn(true)
            .failOnNullForPrimitives(true)
            .failNarrowingPrimitiveConversion(true)
            .usePageChecksumVerification(true)
            .build()) {
      for (T row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
