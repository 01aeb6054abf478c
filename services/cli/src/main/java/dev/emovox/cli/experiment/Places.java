package dev.emovox.cli.experiment;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import java.util.List;

/** Where a setting comes from, for messages: a file's line or the command line. */
public final class Places {
  private final String sourceName;
  private final EditableYaml original;
  private final List<Change> changes;

  /**
   * Places in one experiment.
   *
   * @param original the file before any change
   * @param changes what was changed, each by its own path
   */
  Places(String sourceName, EditableYaml original, List<Change> changes) {
    this.sourceName = sourceName;
    this.original = original;
    this.changes = List.copyOf(changes);
  }

  /** The error that the setting at {@code path} is wrong. */
  InvalidInputException wrong(String path, String reason) {
    return wrong(path, reason, null);
  }

  /** The error that the setting at {@code path} is wrong, as something else found out. */
  InvalidInputException wrong(String path, String reason, Throwable cause) {
    return new InvalidInputException("%s: %s %s".formatted(place(path), path, reason), cause);
  }

  /** Whether the file has a value at {@code path}. */
  boolean has(String path) {
    return original.line(path).isPresent();
  }

  private String place(String path) {
    return changes.stream()
        .filter(change -> isWithin(path, change.path()) || isWithin(change.path(), path))
        .reduce((first, last) -> last)
        .map(Change::origin)
        .orElseGet(() -> inFile(path));
  }

  private static boolean isWithin(String path, String above) {
    return path.equals(above) || path.startsWith(above + ".") || path.startsWith(above + "[");
  }

  /** The line of the setting or, where it is left out, of what it belongs to. */
  private String inFile(String path) {
    return original.line(path).stream()
        .mapToObj(line -> "%s, line %d".formatted(sourceName, line))
        .findFirst()
        .orElseGet(() -> path.contains(".") ? inFile(above(path)) : sourceName);
  }

  private static String above(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }
}
