package dev.emovox.cli.experiment;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import dev.emovox.settings.StrictYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the command line changes in an experiment.
 *
 * @param changes in the order in which they are made: of the same setting, the last counts
 * @param data folders that replace the file's, or none
 */
public record Overrides(List<Change> changes, List<Path> data) {
  static final String COMMAND_LINE = "--set";

  public Overrides {
    changes = List.copyOf(changes);
    data = List.copyOf(data);
  }

  /** The file as it is. */
  public static Overrides none() {
    return new Overrides(List.of(), List.of());
  }

  /** The file as it is, with other speech. */
  public static Overrides ofData(List<Path> data) {
    return new Overrides(List.of(), data);
  }

  /**
   * These, before which the entries of YAML files are changed: {@code PATH: VALUE}, with paths as
   * after {@code --set}.
   *
   * @throws InvalidInputException if a file can't be read or holds something else
   */
  public Overrides after(List<Path> files) {
    List<Change> all = new ArrayList<>();
    for (Path file : files) {
      EditableYaml.parse(new StrictYaml().text(file), file.toString()).entries().stream()
          .map(entry -> change(file, entry))
          .forEach(all::add);
    }
    all.addAll(changes);
    return new Overrides(all, data);
  }

  private static Change change(Path file, EditableYaml.Entry entry) {
    return new Change(entry.key(), entry.value(), "%s, line %d".formatted(file, entry.line()));
  }

  /**
   * Reads {@code key=value} words.
   *
   * @throws InvalidInputException if a word has no key or no {@code =}
   */
  public static Overrides of(List<String> words, List<Path> data) {
    return new Overrides(words.stream().map(Overrides::change).toList(), data);
  }

  private static Change change(String word) {
    int equals = word.indexOf('=');
    if (equals <= 0) {
      throw new InvalidInputException(
          "--set %s: write it as key=value, for example --set seed=7 or --set 'splits[0].test=0.2'."
              .formatted(word));
    }
    return new Change(word.substring(0, equals).strip(), word.substring(equals + 1), COMMAND_LINE);
  }

  /** Whether the file is taken as it is. */
  boolean isEmpty() {
    return changes.isEmpty() && data.isEmpty();
  }

  /**
   * Changes an experiment.
   *
   * @return what was changed, every entry of a list by its own path
   */
  List<Change> applyTo(EditableYaml yaml) {
    List<Change> made = new ArrayList<>();
    for (Change change : changes) {
      for (String path : set(yaml, change)) {
        made.add(new Change(path, change.value(), change.origin()));
      }
    }
    if (!data.isEmpty()) {
      yaml.set("data", folders());
    }
    return made;
  }

  private static List<String> set(EditableYaml yaml, Change change) {
    try {
      return yaml.set(change.path(), change.value());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(change.origin() + ": " + e.getMessage(), e);
    }
  }

  /** The folders as a YAML list; a JSON string is a YAML string. */
  private String folders() {
    return data.stream()
        .map(folder -> quoted(folder.toAbsolutePath().normalize().toString()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
