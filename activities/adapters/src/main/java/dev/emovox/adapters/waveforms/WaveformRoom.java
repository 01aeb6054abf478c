package dev.emovox.adapters.waveforms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much room a folder has left for waveforms. It counts what this process adds, and looks at the
 * folder again when that seems too much, because others add and remove there too.
 */
final class WaveformRoom {
  private final Path folder;
  private final long mostBytes;
  private long bytes = -1;
  private boolean full;

  WaveformRoom(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  private record Entry(Path file, long bytes, FileTime written) {}

  /**
   * Takes room for a file, if need be from files that are not in use.
   *
   * @param used what must stay
   * @return whether there is room
   */
  synchronized boolean make(long needed, Set<Path> used) throws IOException {
    if (full) {
      return false;
    }
    if (bytes < 0 || bytes + needed > mostBytes) {
      bytes = remaining(needed, used);
    }
    full = bytes + needed > mostBytes;
    bytes += full ? 0 : needed;
    return !full;
  }

  /** What stays after the oldest files were removed. */
  private long remaining(long needed, Set<Path> used) throws IOException {
    List<Entry> entries = entries();
    long total = entries.stream().mapToLong(Entry::bytes).sum();
    Iterator<Entry> oldest =
        entries.stream()
            .filter(entry -> !used.contains(entry.file()))
            .sorted(Comparator.comparing(Entry::written).thenComparing(Entry::file))
            .iterator();
    while (total + needed > mostBytes && oldest.hasNext()) {
      Entry entry = oldest.next();
      Files.deleteIfExists(entry.file());
      total -= entry.bytes();
    }
    return total;
  }

  private List<Entry> entries() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(WaveformRoom::entry).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Another process may have removed it meanwhile. */
  private static Entry entry(Path file) {
    try {
      return new Entry(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return new Entry(file, 0, FileTime.fromMillis(0));
    }
  }
}
