package dev.emovox.adapters;

import dev.emovox.adapters.network.CacheFolder;
import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.artifacts.ArtifactKind;
import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.artifacts.CachedOutput;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.settings.SnakeCaseJson;
import dev.emovox.tables.ParquetTable;
import dev.emovox.tables.TableWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tables, documents and pictures as artefacts. Tables that grow with the corpus pass through files,
 * so that they need not fit into memory. Safe for use by several threads.
 */
public final class StoredTables {
  private static final String FILE = "table.parquet";

  private final ArtifactStore store;
  private final CacheFolder cache;
  private final ParquetTable parquet = new ParquetTable();
  private final SnakeCaseJson json = new SnakeCaseJson();

  /**
   * Artefacts in the given store.
   *
   * @param cache where files pass through
   */
  public StoredTables(ArtifactStore store, CacheFolder cache) {
    this.store = store;
    this.cache = cache;
  }

  /**
   * The rows of a table.
   *
   * @throws dev.emovox.domain.WorkFailedException if the artefact is gone or was changed
   */
  public <T extends Record> List<T> rows(ArtifactRef table, Class<T> rowType) {
    return parquet.read(rowType, store.read(table));
  }

  /**
   * Passes on the rows of a table one after the other, once all of it is verified.
   *
   * @param each what it throws is thrown here
   * @throws dev.emovox.domain.WorkFailedException if the artefact is gone or was changed
   */
  public <T extends Record> void forEach(ArtifactRef table, Class<T> rowType, Consumer<T> each) {
    try (ScratchFolder scratch = ScratchFolder.in(cache)) {
      parquet.forEach(rowType, download(table, scratch.path().resolve(FILE)), each);
    }
  }

  /** Copies a table to a file that is not there yet, and verifies it. */
  Path download(ArtifactRef table, Path file) {
    store.copy(table, file);
    return file;
  }

  /** Some of the rows of a table's copy. */
  <T extends Record> List<T> rows(Path copy, Class<T> rowType, long first, long end) {
    return parquet.read(rowType, copy, first, end);
  }

  /** A folder for copies, gone when it is closed. */
  ScratchFolder newFolder() {
    return ScratchFolder.in(cache);
  }

  /** Stores a Parquet table as the output {@code name}. */
  public <T extends Record> CachedOutput table(String name, Class<T> rowType, List<T> rows) {
    return new CachedOutput(
        name, store.put(parquet.write(rowType, rows), ArtifactKind.parquet(name)));
  }

  /**
   * Stores a Parquet table of any size as the output {@code name}; the same rows give the same
   * bytes as {@link #table}.
   *
   * @param rows is called once, and passes the rows on
   */
  public <T extends Record> CachedOutput largeTable(
      String name, Class<T> rowType, Consumer<Consumer<T>> rows) {
    try (ScratchFolder scratch = ScratchFolder.in(cache)) {
      Path file = scratch.path().resolve(FILE);
      try (TableWriter<T> writer = parquet.writer(rowType, file)) {
        rows.accept(writer::add);
      }
      return new CachedOutput(name, store.put(file, ArtifactKind.parquet(name)));
    }
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
