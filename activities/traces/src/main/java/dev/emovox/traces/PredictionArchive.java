package dev.emovox.traces;

import dev.emovox.tables.ParquetTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes predictions into tables by the hour and finds them again.
 *
 * <p>Safe for use by several threads and processes: a table is written once, under a name of its
 * own.
 */
public final class PredictionArchive {
  private static final String EXTENSION = ".parquet";

  private final TraceFiles files;
  private final ParquetTable table = new ParquetTable();

  public PredictionArchive(TraceFiles files) {
    this.files = files;
  }

  /**
   * Writes rows, a table for each hour that they are of.
   *
   * @param rows with ids of {@link PredictionId}
   * @throws IllegalArgumentException if a row has another id
   */
  public void write(List<PredictionRow> rows) {
    Map<TraceHour, List<PredictionRow>> hours =
        rows.stream()
            .collect(
                Collectors.groupingBy(PredictionArchive::hour, TreeMap::new, Collectors.toList()));
    // The first row's id is unlike any other's, so that a table that is written again after a
    // failure that came after all replaces itself.
    hours.forEach(
        (hour, its) ->
            files.put(
                hour.folder(), its.get(0).id() + EXTENSION, table.write(PredictionRow.class, its)));
  }

  private static TraceHour hour(PredictionRow row) {
    return PredictionId.time(row.id())
        .map(TraceHour::new)
        .orElseThrow(() -> new IllegalArgumentException("no id of a prediction: " + row.id()));
  }

  /**
   * The prediction of that id; nothing if it was not kept, or is no id.
   *
   * @throws dev.emovox.domain.EmovoxException if the store or a table can't be read
   */
  public Optional<PredictionRow> find(String id) {
    Optional<String> folder = PredictionId.time(id).map(TraceHour::new).map(TraceHour::folder);
    return folder.stream()
        .flatMap(hour -> files.names(hour).stream().map(name -> files.read(hour, name)))
        .flatMap(content -> table.read(PredictionRow.class, content).stream())
        .filter(row -> row.id().equals(id))
        .findFirst();
  }

  /** Whether anything was ever kept. */
  public boolean isEmpty() {
    return files.folders().isEmpty();
  }

  /**
   * Removes the hours that ended before a moment.
   *
   * @return how many tables were removed
   */
  public int removeBefore(Instant moment) {
    int removed = 0;
    for (String folder : files.folders()) {
      if (TraceHour.of(folder).filter(hour -> !hour.end().isAfter(moment)).isPresent()) {
        for (String name : files.names(folder)) {
          files.remove(folder, name);
          removed++;
        }
      }
    }
    return removed;
  }
}
