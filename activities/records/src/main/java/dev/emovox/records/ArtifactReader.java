package dev.emovox.records;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.util.List;
import java.util.function.Function;

/**
 * What the artefacts of runs hold, verified as it is read. Everything passes through memory, so an
 * artefact may have {@link ArtifactStore#LARGEST_IN_MEMORY} bytes at most.
 *
 * <p>Every method throws {@link dev.emovox.domain.WorkFailedException} if the artefact is gone or
 * was changed and {@link dev.emovox.domain.InvalidInputException} if it holds something else. Safe
 * for use by several threads as far as its source is.
 */
public final class ArtifactReader {
  private final Function<ArtifactRef, byte[]> source;
  private final ParquetTable parquet = new ParquetTable();
  private final SnakeCaseJson json = new SnakeCaseJson();

  /** A reader of stored artefacts. */
  public ArtifactReader(ArtifactStore store) {
    this(store::read);
  }

  /**
   * A reader of artefacts from anywhere.
   *
   * @param source gives the verified bytes of an artefact
   */
  public ArtifactReader(Function<ArtifactRef, byte[]> source) {
    this.source = source;
  }

  /** The bytes of an artefact. */
  public byte[] bytes(ArtifactRef artifact) {
    return source.apply(artifact);
  }

  /** The rows of a table; columns that {@code rowType} does not have are passed over. */
  public <T extends Record> List<T> rows(ArtifactRef table, Class<T> rowType) {
    return parquet.read(rowType, bytes(table));
  }

  /** A JSON document. */
  public <T> T document(ArtifactRef document, Class<T> type) {
    return json.read(bytes(document), type);
  }
}
