package dev.emovox.adapters;

import dev.emovox.adapters.network.ScratchFolder;
import dev.emovox.corpora.ManifestRow;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.tables.ParquetTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads manifests. Every shard of a run asks for a few rows of the same one: verified copies of the
 * last manifests are kept in files, and no more than some groups of rows in memory, however large
 * the manifests are. Safe for use by several threads, which wait for each other.
 */
public final class Manifests implements AutoCloseable {
  private static final int MOST_COPIES = 3;

  /** Shards of four blocks are under way at once; a group takes some ten megabytes. */
  private static final int MOST_GROUPS = 6;

  private static final float FILLED = 0.75f;

  private final StoredTables tables;
  private final Map<Digest, Path> copies = new LinkedHashMap<>(MOST_COPIES, FILLED, true);
  private final Map<Group, List<ManifestRow>> groups =
      new LinkedHashMap<>(MOST_GROUPS, FILLED, true);
  private ScratchFolder folder;

  /** A group of rows that are stored together. */
  private record Group(Digest manifest, long number) {}

  /** Manifests among the given tables. */
  public Manifests(StoredTables tables) {
    this.tables = tables;
  }

  /** All rows of a manifest in its order. */
  public List<ManifestRow> rows(ArtifactRef manifest) {
    return tables.rows(manifest, ManifestRow.class);
  }

  /**
   * The rows from {@code first} until before {@code end}.
   *
   * @throws dev.emovox.domain.WorkFailedException if the manifest is gone or was changed
   */
  public List<ManifestRow> rows(ArtifactRef manifest, int first, int end) {
    List<ManifestRow> rows = new ArrayList<>(end - first);
    forEach(manifest, first, end, rows::add);
    return rows;
  }

  /** Passes on the rows from {@code first} until before {@code end}, a group at a time. */
  void forEach(ArtifactRef manifest, int first, int end, Consumer<ManifestRow> each) {
    for (int row = first; row < end; ) {
      int number = row / ParquetTable.GROUP_ROWS;
      int start = number * ParquetTable.GROUP_ROWS;
      List<ManifestRow> group = group(manifest, number);
      int until = Math.min(end - start, ParquetTable.GROUP_ROWS);
      group.subList(row - start, until).forEach(each);
      row = start + until;
    }
  }

  private synchronized List<ManifestRow> group(ArtifactRef manifest, int number) {
    Group group = new Group(manifest.digest(), number);
    List<ManifestRow> known = groups.get(group);
    if (known == null) {
      long start = (long) number * ParquetTable.GROUP_ROWS;
      known =
          tables.rows(copy(manifest), ManifestRow.class, start, start + ParquetTable.GROUP_ROWS);
      groups.put(group, known);
      dropEldest(groups, MOST_GROUPS);
    }
    return known;
  }

  private Path copy(ArtifactRef manifest) {
    Path copy = copies.get(manifest.digest());
    if (copy == null) {
      folder = folder == null ? tables.newFolder() : folder;
      copy = tables.download(manifest, folder.path().resolve(manifest.digest().hex()));
      copies.put(manifest.digest(), copy);
      dropEldest(copies, MOST_COPIES).forEach(Manifests::delete);
    }
    return copy;
  }

  /** What is in a map beyond {@code most} entries, the one that was used longest ago first. */
  private static <K, V> List<V> dropEldest(Map<K, V> map, int most) {
    List<V> dropped = new ArrayList<>();
    while (map.size() > most) {
      dropped.add(map.remove(map.keySet().iterator().next()));
    }
    return dropped;
  }

  private static void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + copy, e);
    }
  }

  /** Removes the copies. */
  @Override
  public synchronized void close() {
    groups.clear();
    copies.clear();
    if (folder != null) {
      folder.close();
      folder = null;
    }
  }
}
