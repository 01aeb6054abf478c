package dev.emovox.cli.plot;

import dev.emovox.cli.workplace.Artifacts;
import dev.emovox.cli.workplace.Runs;
import dev.emovox.cli.workplace.Workplace;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.StageNames;
import dev.emovox.contracts.StageStatus;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.embedding.map.ClipLabels;
import dev.emovox.embedding.map.LabelledTable;
import dev.emovox.tables.ParquetTable;
import java.util.List;
import java.util.Optional;

/** Reads the feature tables of runs. */
public final class FeatureTables {
  private static final String OUTPUT = "features";

  private final Workplace workplace;

  /** Runs and artefacts of a workplace. */
  public FeatureTables(Workplace workplace) {
    this.workplace = workplace;
  }

  /** A row of a stored table. */
  private record Row(
      String id, String corpus, String speaker, String emotion, List<Double> values) {}

  /**
   * The table of a run.
   *
   * @param set name of the feature set, if the run has several
   * @throws InvalidInputException if there is no such run, or it has no such table (yet)
   */
  public LabelledTable ofRun(String run, Optional<String> set) {
    ArtifactRef table;
    try (Runs runs = workplace.runs()) {
      table = table(runs.status(run), set);
    }
    try (Artifacts artifacts = workplace.artifacts()) {
      return labelled(new ParquetTable().read(Row.class, artifacts.read(table)));
    }
  }

  private static ArtifactRef table(RunStatus run, Optional<String> set) {
    List<StageStatus> stages =
        run.stages().stream()
            .filter(stage -> isFeatures(stage.name()) && output(stage).isPresent())
            .toList();
    List<StageStatus> wanted =
        stages.stream()
            .filter(stage -> set.isEmpty() || stage.name().equals(StageNames.features(set.get())))
            .toList();
    // A run of one set does not name it.
    List<StageStatus> found = wanted.isEmpty() && stages.size() == 1 ? stages : wanted;
    if (found.size() != 1) {
      throw new InvalidInputException(none(run, stages, set));
    }
    return output(found.get(0)).orElseThrow();
  }

  private static boolean isFeatures(String stage) {
    return stage.equals(StageNames.FEATURES) || stage.startsWith(StageNames.features(""));
  }

  private static Optional<ArtifactRef> output(StageStatus stage) {
    return stage.outputs().stream()
        .filter(output -> output.name().equals(OUTPUT))
        .map(output -> output.artifact())
        .findFirst();
  }

  private static String none(RunStatus run, List<StageStatus> stages, Optional<String> set) {
    if (stages.isEmpty()) {
      return "The run %s has no finished table of features; `./emovox show %s` tells how far it is."
          .formatted(run.id(), run.id());
    }
    List<String> names =
        stages.stream().map(stage -> stage.name().substring(OUTPUT.length()).strip()).toList();
    return "The run %s has the feature sets %s; name one of them with --set%s."
        .formatted(run.id(), String.join(", ", names), set.map(name -> ", not " + name).orElse(""));
  }

  private static LabelledTable labelled(List<Row> rows) {
    return new LabelledTable(
        rows.stream()
            .map(row -> new ClipLabels(row.id(), row.corpus(), row.speaker(), row.emotion()))
            .toList(),
        rows.stream()
            .map(row -> row.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new));
  }
}
