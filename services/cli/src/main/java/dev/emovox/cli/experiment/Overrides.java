package dev.emovox.cli.experiment;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line changes in an experiment.
 *
 * @param values YAML values by path, in the order in which they were given
 * @param data folders that replace the file's, or none
 */
public record Overrides(Map<String, String> values, List<Path> data) {

  /**
   * Reads {@code key=value} words; the last of the same key counts.
   *
   * @throws InvalidInputException if a word has no key or no {@code =}
   */
  public static Overrides of(List<String> words, List<Path> data) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new InvalidInputException(
            "--set %s: write it as key=value, for example --set seed=7 or --set 'splits[0].test=0.2'."
                .formatted(word));
      }
      values.put(word.substring(0, equals).strip(), word.substring(equals + 1));
    }
    return new Overrides(values, List.copyOf(data));
  }

  /** Whether the file is taken as it is. */
  boolean isEmpty() {
    return values.isEmpty() && data.isEmpty();
  }

  Set<String> paths() {
    return values.keySet();
  }

  void applyTo(EditableYaml yaml) {
    values.forEach(yaml::set);
    if (!data.isEmpty()) {
      yaml.set("data", folders());
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
