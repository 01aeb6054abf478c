package dev.emovox.tables;

import java.util.List;

/**
 * Writes lists of records as Parquet and reads them back.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class ParquetTable {

  /** The registered media type of Parquet files. */
  public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

  /** One Parquet file with a column for each component of {@code rowType}. */
  public <T extends Record> byte[] write(Class<T> rowType, List<T> rows) {
    return pending();
  }

  /** The rows of a Parquet file in their order. */
  public <T extends Record> List<T> read(Class<T> rowType, byte[] content) {
    return pending();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <R> R pending() {
    throw new UnsupportedOperationException("not written yet");
  }
}
