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

/**
 * Holds a Parquet footer against the file it is in before any of its sizes is believed, since
 * readers allocate what a footer says.
 */
final class TableLayout {
  private TableLayout() {}

  /**
   * Verifies that all column chunks lie inside the file, are not compressed, and that there are not
   * too many rows.
   *
   * @throws IOException if there is no readable footer
   */
  static void verify(MemoryInputFile file) throws IOException {
    long rows = 0;
    for (BlockMetaData group : rowGroups(file)) {
      require(group.getRowCount() >= 0, "a row group has a negative number of rows");
      rows = Math.addExact(rows, group.getRowCount());
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        verify(chunk, file.getLength());
      }
    }
    require(
        rows <= ParquetTable.MAX_ROWS,
        "it claims " + rows + " rows, more than the limit of " + ParquetTable.MAX_ROWS);
  }

  private static List<BlockMetaData> rowGroups(MemoryInputFile file) throws IOException {
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
