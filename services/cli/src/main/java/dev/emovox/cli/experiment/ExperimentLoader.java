package dev.emovox.cli.experiment;

import dev.emovox.cli.augmentation.Presets;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.settings.EditableYaml;
import dev.emovox.settings.StrictYaml;
import dev.emovox.settings.yaml.NamedYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Finds, reads and checks experiments. */
public final class ExperimentLoader {
  private final NamedYaml experiments;
  private final Presets presets;
  private final StrictYaml yaml = new StrictYaml();

  /**
   * Reads experiments of a checkout.
   *
   * @param experiments folder of the experiments that have names; presets of augmentation lie
   *     beside it
   */
  public ExperimentLoader(Path experiments) {
    this.experiments = new NamedYaml(experiments, "experiment");
    this.presets = new Presets(experiments.resolveSibling("augmentations"));
  }

  /**
   * The experiment of a name or a file.
   *
   * @param nameOrFile a name such as {@code baselines}, or a path with {@code /} or {@code .yaml}
   * @throws InvalidInputException if there is none or a setting is wrong, with file and line
   */
  public Experiment load(String nameOrFile, Overrides overrides) {
    Path file = experiments.find(nameOrFile);
    String sourceName = file.toString();
    String text = yaml.text(file);
    ExperimentFile read = yaml.read(text, sourceName, ExperimentFile.class);
    EditableYaml edited = EditableYaml.parse(text, sourceName);
    List<Change> changes = overrides.applyTo(edited);
    if (!overrides.isEmpty()) {
      read = yaml.read(edited.text(), edited(sourceName, changes), ExperimentFile.class);
    }
    Places places = new Places(sourceName, EditableYaml.parse(text, sourceName), changes);
    read = new PresetSteps(presets, places).resolve(read);
    Path folder = file.toAbsolutePath().normalize().getParent();
    new ExperimentRules(places, new NamedFiles(folder)).check(read);
    return new Experiment(read, folder, edited.text(), places);
  }

  /** What messages call a file whose lines are no longer those of the text that is read. */
  private static String edited(String sourceName, List<Change> changes) {
    String origins =
        changes.stream().map(Change::origin).distinct().collect(Collectors.joining(" and "));
    return sourceName + " with " + (origins.isEmpty() ? "--data" : origins);
  }
}
