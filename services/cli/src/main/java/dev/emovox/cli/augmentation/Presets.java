package dev.emovox.cli.augmentation;

import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import dev.emovox.settings.StrictYaml;
import dev.emovox.settings.yaml.NamedYaml;
import dev.emovox.settings.yaml.NearestName;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds, reads and checks presets.
 *
 * @param folder where they lie
 */
public record Presets(Path folder) {
  private static final String SUFFIX = ".yaml";

  /**
   * A preset, with changes.
   *
   * @param changes {@code key=value}, for example {@code steps[0].snr=[0, 5]}
   * @throws InvalidInputException if there is none of this name, or something is wrong in it
   */
  public Preset load(String name, List<String> changes) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new InvalidInputException(
          "There is no preset '%s' in %s.%s There are: %s."
              .formatted(name, folder, NearestName.hint(names, name), String.join(", ", names)));
    }
    Path file = folder.resolve(name + SUFFIX);
    StrictYaml yaml = new StrictYaml();
    String source = changes.isEmpty() ? file.toString() : file + " with --set";
    Preset preset = yaml.read(edited(yaml.text(file), file, changes), source, Preset.class);
    preset
        .complaint()
        .ifPresent(
            complaint -> {
              throw new InvalidInputException(source + ": " + complaint);
            });
    return preset;
  }

  private static String edited(String text, Path file, List<String> changes) {
    EditableYaml yaml = EditableYaml.parse(text, file.toString());
    for (String change : changes) {
      int equals = change.indexOf('=');
      if (equals <= 0) {
        throw new InvalidInputException(
            "--set %s: write it as key=value, for example --set 'steps[0].snr=[0, 5]'."
                .formatted(change));
      }
      yaml.set(change.substring(0, equals).strip(), change.substring(equals + 1));
    }
    return changes.isEmpty() ? text : yaml.text();
  }

  /** The names of all presets, sorted. */
  public List<String> names() {
    return new NamedYaml(folder, "preset").names();
  }
}
