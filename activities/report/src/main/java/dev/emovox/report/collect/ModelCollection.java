package dev.emovox.report.collect;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.Digest;
import dev.emovox.domain.InvalidInputException;
import dev.emovox.domain.LabelSet;
import dev.emovox.evaluation.EvaluationReport;
import dev.emovox.evaluation.ScoredClip;
import dev.emovox.evaluation.calibration.Calibration;
import dev.emovox.evaluation.calibration.Calibrator;
import dev.emovox.records.TestedModels;
import dev.emovox.report.data.ModelResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the tests of models. */
final class ModelCollection {
  private static final String NETWORK = "network";

  private final Readings readings;
  private final RunStatus run;

  ModelCollection(Readings readings, RunStatus run) {
    this.readings = readings;
    this.run = run;
  }

  List<TestedModel> collect() {
    return TestedModels.of(run).stream().map(this::collect).toList();
  }

  private TestedModel collect(Candidate model) {
    var outputs = model.evaluation().stage().outputs();
    Optional<ArtifactRef> predictions = Outputs.named("predictions", outputs);
    List<ScoredClip> clips =
        predictions.flatMap(table -> readings.rows(table, ScoredClip.class)).orElse(List.of());
    Optional<EvaluationReport> report =
        Outputs.named("report", outputs)
            .flatMap(document -> readings.document(document, EvaluationReport.class));
    LabelSet labels =
        report
            .map(EvaluationReport::labels)
            .orElseGet(() -> LabelSet.sorted(model.evaluation().perClass().keySet()));
    Digest pack =
        Outputs.named("package", model.modelPackage().outputs())
            .map(ArtifactRef::digest)
            .orElse(null);
    ModelResult result =
        new ModelResult(
            model.name(),
            kind(model),
            model.split(),
            run.registered() != null && run.registered().digest().equals(pack),
            model.validationUnweightedAverageRecall(),
            model.evaluation().overall(),
            new TreeMap<>(model.evaluation().perCorpus()),
            new TreeMap<>(model.evaluation().perClass()),
            labels,
            report.map(EvaluationReport::confusion).map(ModelCollection::rows).orElse(List.of()),
            calibration(model, labels, clips),
            predictions.orElse(null),
            pack);
    return new TestedModel(result, clips);
  }

  private String kind(Candidate model) {
    return run.models().stream()
        .map(TrainedModel::settings)
        .filter(settings -> settings.name().equals(model.name()))
        .map(settings -> settings.kind())
        .findFirst()
        .orElse(NETWORK);
  }

  private Calibration calibration(Candidate model, LabelSet labels, List<ScoredClip> clips) {
    if (clips.isEmpty()) {
      return null;
    }
    try {
      return new Calibrator(labels).measure(clips);
    } catch (InvalidInputException e) {
      readings.note(
          "The calibration of %s on %s is left out: %s"
              .formatted(model.name(), model.split(), e.getMessage()));
      return null;
    }
  }

  private static List<List<Integer>> rows(int[][] confusion) {
    return Arrays.stream(confusion).map(row -> Arrays.stream(row).boxed().toList()).toList();
  }
}
