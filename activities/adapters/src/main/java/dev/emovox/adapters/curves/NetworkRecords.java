package dev.emovox.adapters.curves;

import dev.emovox.adapters.EvaluationMetrics;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.domain.StartingPoint;
import dev.emovox.evaluation.LearningCurve;
import dev.emovox.tracking.DatasetInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What MLflow is told about a network and its stages. */
final class NetworkRecords {
  private NetworkRecords() {}

  /** The data that is known before the validation part is drawn. */
  static List<DatasetInput> inputs(FineTuningRequest request) {
    return List.of(input("manifest", request.manifest()), input("split", request.split()));
  }

  /** The clips that the network learnt from. */
  static DatasetInput trainingClips(FineTunedModel model) {
    return input("training-clips", model.start().stage().output("training-clips"));
  }

  private static DatasetInput input(String name, ArtifactRef artifact) {
    return new DatasetInput(name, artifact.digest(), artifact.uri(), "training");
  }

  /** The description of a network that starts from nothing. */
  static Optional<String> architecture(StartingPoint start) {
    return start instanceof StartingPoint.Scratch scratch
        ? Optional.of(scratch.architecture())
        : Optional.empty();
  }

  /** The validation scores of the selected epoch and the test's scores. */
  static Map<String, Double> metrics(FineTunedModel model) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    EpochOutcome selected = model.stages().get(model.stages().size() - 1).selected();
    metrics.putAll(CurvePoints.validation(selected.validation()));
    metrics.putAll(EvaluationMetrics.of(model.evaluation()));
    return metrics;
  }

  /** The digest of every artefact that the network came from or is. */
  static Map<String, String> tags(FineTunedModel model) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("emovox.architecture", model.start().architecture());
    tags.put("emovox.parameters", Long.toString(model.start().parameters()));
    tags.put("emovox.digest.checkpoint", model.start().checkpoint().digest().toString());
    EpochOutcome selected = model.stages().get(model.stages().size() - 1).selected();
    for (String name : List.of("weights", "position")) {
      tags.put("emovox.digest." + name, selected.stage().output(name).digest().toString());
    }
    Stream.of(model.start().stage(), model.evaluation().stage(), model.modelPackage())
        .map(StageResult::outputs)
        .flatMap(List::stream)
        .filter(output -> !output.name().contains("/"))
        .forEach(
            output ->
                tags.put("emovox.digest." + output.name(), output.artifact().digest().toString()));
    return tags;
  }

  /** Which epoch a stage ended with, and why. */
  static Map<String, String> tags(TrainedStage stage) {
    EpochOutcome selected = stage.selected();
    return Map.of(
        "emovox.selected_epoch", Integer.toString(stage.selectedEpoch()),
        "emovox.selection", stage.selection(),
        "emovox.epochs", Integer.toString(stage.epochs().size()),
        "emovox.stopped_early", Boolean.toString(stage.stoppedEarly()),
        "emovox.digest.weights", selected.stage().output("weights").digest().toString(),
        "emovox.digest.position", selected.stage().output("position").digest().toString());
  }

  /** What is drawn of the stages. */
  static List<LearningCurve> curves(List<TrainedStage> stages) {
    return stages.stream().map(NetworkRecords::curve).toList();
  }

  private static LearningCurve curve(TrainedStage stage) {
    List<LearningCurve.Epoch> epochs =
        stage.epochs().stream()
            .map(epoch -> new LearningCurve.Epoch(epoch.trainingLoss(), epoch.validation()))
            .toList();
    return new LearningCurve(stage.name(), epochs, stage.selectedEpoch());
  }
}
