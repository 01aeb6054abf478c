package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables, documents and pictures as artefacts. Safe for use by several threads. */
public final class StoredTables {
  private final ArtifactStore store;
  private final ParquetTable parquet = new ParquetTable();
  private final SnakeCaseJson json = new SnakeCaseJson();

  /** Artefacts in the given store. */
  public StoredTables(ArtifactStore store) {
    this.store = store;
  }

  /**
   * The rows of a table.
   *
   * @throws dev.emovox.domain.WorkFailedException if the artefact is gone or was changed
   */
  public <T extends Record> List<T> rows(ArtifactRef table, Class<T> rowType) {
    return parquet.read(rowType, store.read(table));
  }

  /** Stores a Parquet table as the output {@code name}. */
  public <T extends Record> CachedOutput table(String name, Class<T> rowType, List<T> rows) {
    return new CachedOutput(
        name, store.put(parquet.write(rowType, rows), ArtifactKind.parquet(name)));
  }

  /** Stores a JSON document, indented for people, as the output {@code name}. */
  public CachedOutput document(String name, Object content) {
    return new CachedOutput(name, store.put(json.writeIndented(content), ArtifactKind.json(name)));
  }

  /** Stores an SVG picture as the output {@code name}. */
  public CachedOutput picture(String name, String svg) {
    return new CachedOutput(
        name, store.put(svg.getBytes(StandardCharsets.UTF_8), ArtifactKind.svg(name)));
  }
}
