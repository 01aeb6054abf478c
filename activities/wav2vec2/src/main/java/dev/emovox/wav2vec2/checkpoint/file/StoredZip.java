package dev.emovox.wav2vec2.checkpoint.file;

import dev.emovox.domain.InvalidInputException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the entries of a zip archive are, for archives that store their entries as they are, so
 * that they can be mapped without unpacking anything. Compressed and encrypted entries are refused,
 * so no archive can be larger inside than outside; so are entries that overlap, leave the file, or
 * have names that lead out of a folder. Check sums are not compared: PyTorch can be told not to
 * write them.
 */
public final class StoredZip {
  private final String source;
  private final SortedMap<String, Entry> entries = new TreeMap<>();

  /**
   * One entry.
   *
   * @param name its path in the archive
   * @param header where its local header begins in the file
   * @param offset where its content begins in the file
   * @param length of its content in bytes
   */
  public record Entry(String name, long header, long offset, long length) {
    private long end() {
      return offset + length;
    }
  }

  private StoredZip(String source) {
    this.source = source;
  }

  /**
   * Reads the directory of an archive.
   *
   * @throws InvalidInputException if the file is no archive, or one with an entry that is refused
   */
  public static StoredZip read(MappedFile file) {
    StoredZip zip = new StoredZip(file.path().toString());
    for (Entry entry : new ZipDirectory(file).entries()) {
      if (zip.entries.put(entry.name(), entry) != null) {
        throw malformed(zip.source, "it has two entries " + entry.name());
      }
    }
    zip.checkOverlap();
    return zip;
  }

  private void checkOverlap() {
    List<Entry> inOrder =
        entries.values().stream().sorted(Comparator.comparingLong(Entry::header)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i - 1).end() > inOrder.get(i).header()) {
        throw malformed(source, "its entries overlap at " + inOrder.get(i).name());
      }
    }
  }

  /** All entries, by name. */
  public List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** One entry; null if there is none of this name. */
  public Entry entry(String name) {
    return entries.get(name);
  }

  static InvalidInputException malformed(String source, String what) {
    return new InvalidInputException(
        "%s is not a valid archive of PyTorch: %s. Fetch it again; the file may be cut off."
            .formatted(source, what));
  }
}
