package dev.emovox.report.collect;

import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.WorkFailedException;
import dev.emovox.records.ArtifactReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads artefacts and goes on without those that are gone, damaged or too large, remembering why: a
 * report of what is left is better than none.
 */
final class Readings {
  /** Tables of a few hundred thousand clips; rows of larger ones are no longer quick to compare. */
  static final long LARGEST = 32L << 20;

  private final ArtifactReader reader;
  private final List<String> problems = new ArrayList<>();

  Readings(ArtifactReader reader) {
    this.reader = reader;
  }

  /** The rows of a table; nothing if it can't be read. */
  <T extends Record> Optional<List<T>> rows(ArtifactRef table, Class<T> rowType) {
    return read(table, () -> reader.rows(table, rowType));
  }

  /** A JSON document; nothing if it can't be read. */
  <T> Optional<T> document(ArtifactRef document, Class<T> type) {
    return read(document, () -> reader.document(document, type));
  }

  /** What could not be read, and why, a sentence each. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Remembers what could not be done. */
  void note(String problem) {
    problems.add(problem);
  }

  private <T> Optional<T> read(ArtifactRef artifact, Supplier<T> reading) {
    if (artifact.bytes() > LARGEST) {
      note("%s is too large to be read for a report and is left out.".formatted(artifact.uri()));
      return Optional.empty();
    }
    try {
      return Optional.of(reading.get());
    } catch (WorkFailedException | InvalidInputException e) {
      note("%s can't be read and is left out: %s".formatted(artifact.uri(), e.getMessage()));
      return Optional.empty();
    }
  }
}
