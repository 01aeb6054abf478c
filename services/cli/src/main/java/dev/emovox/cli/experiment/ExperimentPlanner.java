package dev.emovox.cli.experiment;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Turns an experiment into a plan that any worker can carry out. */
public final class ExperimentPlanner {
  private final Path corpora;
  private final RunIds ids;

  /**
   * Plans with the corpora of a checkout.
   *
   * @param corpora folder of the corpus definitions
   */
  public ExperimentPlanner(Path corpora, RunIds ids) {
    this.corpora = corpora;
    this.ids = ids;
  }

  /**
   * The plan with a new run id.
   *
   * @throws InvalidInputException if a folder is missing or a corpus is not defined
   */
  public ExperimentPlan plan(Experiment experiment) {
    ExperimentFile file = experiment.file();
    return new ExperimentPlan(
        ids.next(file.experiment()),
        file.experiment(),
        file.seed(),
        directories(experiment),
        definitions(file.corpora()),
        file.splits(),
        file.features().over(FeatureSettings.paper()),
        file.clipsPerShard(),
        file.models(),
        List.of(),
        new RegistrationPlan(file.registration().modelName(), file.registration().split()),
        experiment.configuration());
  }

  private static List<String> directories(Experiment experiment) {
    if (experiment.file().data().isEmpty()) {
      throw new InvalidInputException(
          "The experiment '%s' does not say where the speech is. Give a folder with --data DIR, or write it under `data:`."
              .formatted(experiment.file().experiment()));
    }
    return experiment.file().data().stream()
        .map(folder -> directory(experiment.folder().resolve(folder).normalize()))
        .toList();
  }

  private static String directory(Path folder) {
    if (!Files.isDirectory(folder)) {
      String state = Files.exists(folder) ? "is not a folder" : "does not exist";
      throw new InvalidInputException(
          "The data folder %s %s. Give the folder that holds the corpora with --data DIR."
              .formatted(folder, state));
    }
    if (!Files.isReadable(folder)) {
      throw new InvalidInputException(
          "The data folder %s can't be read. Check its permissions.".formatted(folder));
    }
    return folder.toString();
  }

  private List<CorpusSource> definitions(List<String> names) {
    CorpusLibrary library = new CorpusLibrary(corpora);
    List<CorpusDefinition> chosen =
        names.isEmpty() ? library.all() : names.stream().map(library::named).toList();
    return chosen.stream()
        .map(definition -> new CorpusSource(definition.name(), definition.text()))
        .toList();
  }
}
