package dev.emovox.tables;

import dev.emovox.domain.InvalidInputException;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.InputFile;

/**
 * Where the rows of a Parquet file are. Holds its footer against the file before any of its sizes
 * is believed, since readers allocate what a footer says.
 */
final class TableLayout {
  private final List<BlockMetaData> groups;
  private final long bytes;

  private TableLayout(List<BlockMetaData> groups, long bytes) {
    this.groups = groups;
    this.bytes = bytes;
  }

  /**
   * A part of the file that holds whole groups of rows.
   *
   * @param firstRow number of the first row in it
   * @param firstByte where it begins
   * @param endByte the byte after its last
   */
  record Stretch(long firstRow, long firstByte, long endByte) {}

  /**
   * Verifies that all column chunks lie inside the file, are not compressed, and that there are not
   * too many rows.
   *
   * @throws IOException if there is no readable footer
   */
  static TableLayout verify(InputFile file) throws IOException {
    long rows = 0;
    List<BlockMetaData> groups = rowGroups(file);
    for (BlockMetaData group : groups) {
      require(group.getRowCount() >= 0, "a row group has a negative number of rows");
      rows = Math.addExact(rows, group.getRowCount());
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        verify(chunk, file.getLength());
      }
    }
    require(
        rows <= ParquetTable.MAX_ROWS,
        "it claims " + rows + " rows, more than the limit of " + ParquetTable.MAX_ROWS);
    return new TableLayout(groups, file.getLength());
  }

  /** Everything. */
  Stretch whole() {
    return new Stretch(0, 0, bytes);
  }

  /** The groups that hold any of the rows from {@code first} until before {@code end}. */
  Stretch around(long first, long end) {
    long row = 0;
    long firstRow = 0;
    long firstByte = 0;
    for (BlockMetaData group : groups) {
      if (row >= end) {
        return new Stretch(firstRow, firstByte, group.getStartingPos());
      }
      if (row <= first) {
        firstRow = row;
        firstByte = group.getStartingPos();
      }
      row += group.getRowCount();
    }
    return new Stretch(firstRow, firstByte, bytes);
  }

  private static List<BlockMetaData> rowGroups(InputFile file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
    try (ParquetFileReader reader = new ParquetFileReader(file, options)) {
      return reader.getFooter().getBlocks();
    }
  }

  private static void verify(ColumnChunkMetaData chunk, long fileBytes) {
    long start = chunk.getStartingPos();
    long size = chunk.getTotalSize();
    require(
        start >= 0 && size >= 0 && start <= fileBytes && size <= fileBytes - start,
        "column " + chunk.getPath() + " reaches outside the file");
    require(
        chunk.getCodec() == CompressionCodecName.UNCOMPRESSED,
        "column " + chunk.getPath() + " is compressed, which tables of this program never are");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(
          "The Parquet table is damaged or foreign: " + otherwise + ". Make it anew.");
    }
  }
}
