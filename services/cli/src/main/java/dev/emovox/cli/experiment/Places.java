package dev.emovox.cli.experiment;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import java.util.Set;

/** Where a setting comes from, for messages: a file's line or the command line. */
final class Places {
  private final String sourceName;
  private final EditableYaml original;
  private final Set<String> overridden;

  /**
   * Places in one experiment.
   *
   * @param original the file before any override
   * @param overridden paths given on the command line
   */
  Places(String sourceName, EditableYaml original, Set<String> overridden) {
    this.sourceName = sourceName;
    this.original = original;
    this.overridden = Set.copyOf(overridden);
  }

  /** The error that the setting at {@code path} is wrong. */
  InvalidInputException wrong(String path, String reason) {
    return new InvalidInputException("%s: %s %s".formatted(place(path), path, reason));
  }

  private String place(String path) {
    if (overridden.stream().anyMatch(set -> path.startsWith(set) || set.startsWith(path))) {
      return "--set";
    }
    return original.line(path).stream()
        .mapToObj(line -> "%s, line %d".formatted(sourceName, line))
        .findFirst()
        .orElse(sourceName);
  }
}
