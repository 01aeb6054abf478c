package dev.emovox.cli.experiment;

import dev.emovox.contracts.CorpusSource;
import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.RegistrationPlan;
import dev.emovox.corpora.CorpusDefinition;
import dev.emovox.corpora.CorpusLibrary;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.FeatureSettings;
import dev.emovox.domain.FineTuningSettings;
import dev.emovox.domain.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns an experiment into a plan that any worker can carry out. */
public final class ExperimentPlanner {
  private final Path corpora;
  private final RunIds ids;
  private final CheckpointResolver checkpoints;

  /**
   * Plans with the corpora of a checkout.
   *
   * @param corpora folder of the corpus definitions
   * @param checkpoints asked last, when all else is known to be right: it may fetch gigabytes
   */
  public ExperimentPlanner(Path corpora, RunIds ids, CheckpointResolver checkpoints) {
    this.corpora = corpora;
    this.ids = ids;
    this.checkpoints = checkpoints;
  }

  /**
   * The plan with a new run id. No server is asked unless a network starts from a checkpoint.
   *
   * @throws InvalidInputException if a folder is missing, a corpus is not defined or a checkpoint
   *     is none
   */
  public ExperimentPlan plan(Experiment experiment) {
    List<String> directories = directories(experiment);
    List<CorpusSource> definitions = definitions(experiment.file().corpora());
    NetworkPlanner networks = new NetworkPlanner(experiment, checkpoints);
    List<FineTuningSettings> resolved = networks.networks();
    ExperimentFile file = experiment.file();
    return new ExperimentPlan(
        ids.next(file.experiment()),
        file.experiment(),
        file.seed(),
        directories,
        definitions,
        file.splits(),
        features(file),
        file.clipsPerShard(),
        models(file),
        resolved,
        new RegistrationPlan(file.registration().modelName(), file.registration().split()),
        networks.record());
  }

  /** None where nobody needs them: they would be computed for nothing. */
  private static List<FeatureSettings> features(ExperimentFile file) {
    return file.models().isEmpty()
        ? List.of()
        : file.features().stream().map(FeatureChoice::settings).toList();
  }

  /** Each with the name of its feature set. */
  private static List<BaselineSettings> models(ExperimentFile file) {
    return file.models().stream()
        .map(model -> model.withFeatures(Optional.of(featuresOf(model, file))))
        .toList();
  }

  private static String featuresOf(BaselineSettings model, ExperimentFile file) {
    return model.features().orElseGet(() -> file.features().get(0).called());
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
