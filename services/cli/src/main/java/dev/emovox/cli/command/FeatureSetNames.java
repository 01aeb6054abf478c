package dev.emovox.cli.command;

import dev.emovox.domain.FeatureSettings;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The names that {@code --set} takes. */
final class FeatureSetNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return FeatureSettings.named().stream().map(FeatureSettings::set).iterator();
  }

  /**
   * The set of a name.
   *
   * @throws ParameterException if there is none
   */
  static FeatureSettings named(String name, CommandLine command) {
    return FeatureSettings.named().stream()
        .filter(set -> set.set().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command,
                    "--set '%s' is no feature set; there are %s"
                        .formatted(name, String.join(", ", new FeatureSetNames()))));
  }

  /**
   * The sets that a benchmark times: those of these names, or both of the paper's if there is none.
   *
   * @throws ParameterException if there is no set of a name
   */
  static List<FeatureSettings> timed(List<String> names, CommandLine command) {
    return names.isEmpty()
        ? List.of(FeatureSettings.paper(), FeatureSettings.paperSevenVersions())
        : names.stream().map(name -> named(name, command)).toList();
  }
}
