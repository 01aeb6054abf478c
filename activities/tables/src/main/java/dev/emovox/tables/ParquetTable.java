package dev.emovox.tables;

import com.jerolba.carpet.CarpetWriter;
import dev.emovox.domain.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.LocalInputFile;

/**
 * Writes lists of records as Parquet and reads them back; what does not fit into memory by way of
 * files, row by row.
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

  /**
   * Rows that are written, and can be read, together: so many of a wide table take some ten
   * megabytes.
   */
  public static final int GROUP_ROWS = 16_384;

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
    try (CarpetWriter<T> writer = TableWriter.rows(rowType, bytes)) {
      writer.write(rows);
    }
    return bytes.toByteArray();
  }

  /**
   * A writer for a table that need not fit into memory.
   *
   * @param file made anew
   * @throws UncheckedIOException if it can't be written
   */
  public <T extends Record> TableWriter<T> writer(Class<T> rowType, Path file) {
    return new TableWriter<>(rowType, file);
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
    List<T> rows = new ArrayList<>();
    new RowReading<>(rowType, new MemoryInputFile(content)).all(rows::add);
    return rows;
  }

  /**
   * Passes on the rows of a file one after the other, holding no more than a group of them.
   *
   * @param each told every row, in order; what it throws is thrown here
   * @throws InvalidInputException as of {@link #read(Class, byte[])}
   */
  public <T extends Record> void forEach(Class<T> rowType, Path file, Consumer<T> each) {
    new RowReading<>(rowType, new LocalInputFile(file)).all(each);
  }

  /**
   * Some of the rows of a file; no groups are read but those that hold them.
   *
   * @param first number of the first row, counted from zero
   * @param end the row after the last; there may be fewer
   * @throws InvalidInputException as of {@link #read(Class, byte[])}
   */
  public <T extends Record> List<T> read(Class<T> rowType, Path file, long first, long end) {
    List<T> rows = new ArrayList<>();
    new RowReading<>(rowType, new LocalInputFile(file)).range(first, end, rows::add);
    return rows;
  }
}
