package dev.emovox.tables;

import com.jerolba.carpet.CarpetParquetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.InputFile;

/**
 * Reads the rows of one Parquet file.
 *
 * @param rowType what they become
 * @param file untrusted
 */
record RowReading<T extends Record>(Class<T> rowType, InputFile file) {

  /** All rows in their order. */
  void all(Consumer<T> each) {
    guarded(() -> read(TableLayout.verify(file).whole(), each));
  }

  /** The rows from {@code first} until before {@code end}, of which those that are there. */
  void range(long first, long end, Consumer<T> each) {
    guarded(
        () -> {
          TableLayout.Stretch stretch = TableLayout.verify(file).around(first, end);
          long[] row = {stretch.firstRow()};
          read(
              stretch,
              value -> {
                if (row[0] >= first && row[0] < end) {
                  each.accept(value);
                }
                row[0]++;
              });
        });
  }

  private void read(TableLayout.Stretch stretch, Consumer<T> each) throws IOException {
    try (ParquetReader<T> reader =
        CarpetParquetReader.builder(file, rowType)
            .fieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
            .failOnMissingColumn(true)
            .failOnNullForPrimitives(true)
            .failNarrowingPrimitiveConversion(true)
            .usePageChecksumVerification(true)
            .withFileRange(stretch.firstByte(), stretch.endByte())
            .build()) {
      for (T row = reader.read(); row != null; row = reader.read()) {
        passOn(row, each);
      }
    }
  }

  /** What the receiver throws is its own and no sign of a damaged file. */
  private void passOn(T row, Consumer<T> each) {
    try {
      each.accept(row);
    } catch (RuntimeException e) {
      throw new ReceiverException(e);
    }
  }

  private void guarded(Reading reading) {
    try {
      reading.run();
    } catch (ReceiverException e) {
      throw e.getCause();
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // The format's readers trust sizes and offsets of the file; a changed one ends in any of
      // these, the errors included, without having altered anything outside this call.
      throw new InvalidInputException(
          "The table of %s rows can't be read from %s bytes of Parquet (%s). The file is damaged or was written for other rows; make it anew."
              .formatted(rowType.getSimpleName(), size(), e),
          e);
    }
  }

  private String size() {
    try {
      return Long.toString(file.getLength());
    } catch (IOException e) {
      return "?";
    }
  }

  /** What may fail in every way. */
  private interface Reading {
    void run() throws IOException;
  }

  /** Carries an exception of the receiver past the reader. */
  private static final class ReceiverException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReceiverException(RuntimeException cause) {
      super(cause);
    }

    @Override
    public synchronized RuntimeException getCause() {
      return (RuntimeException) super.getCause();
    }
  }
}
