package dev.emovox.adapters;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Scores;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What MLflow is told about one model on one split. */
final class ModelRecords {
  private ModelRecords() {}

  static Map<String, String> params(ModelTrackingRequest request) {
    TrainedModel model = request.model();
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", model.settings().name());
    params.put("kind", model.settings().kind());
    params.putAll(hyperparameters(model.settings()));
    params.putAll(SplitParams.of(request.plan(), model.split()));
    params.put("features", request.training().preprocessing().set());
    model.settings().augmentation().ifPresent(its -> params.putAll(AugmentationParams.of(its)));
    params.put("seed", Long.toString(request.plan().seed()));
    return params;
  }

  private static Map<String, String> hyperparameters(BaselineSettings settings) {
    if (settings instanceof BaselineSettings.LogisticRegression logistic) {
      return Map.of(
          "l2", Double.toString(logistic.l2()),
          "max_iterations", Integer.toString(logistic.maxIterations()));
    }
    BaselineSettings.RandomForest forest = (BaselineSettings.RandomForest) settings;
    return Map.of(
        "trees", Integer.toString(forest.trees()),
        "min_leaf_clips", Integer.toString(forest.minLeafClips()));
  }

  /** Values by MLflow's name of the metric: overall, per corpus and per class. */
  static Map<String, Double> metrics(TrainedModel model) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(
        "validation_unweighted_average_recall", model.fit().validationUnweightedAverageRecall());
    metrics.putAll(EvaluationMetrics.of(model.evaluation()));
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }

  /** The digest of every artefact that the model came from or is. */
  static Map<String, String> tags(ModelTrackingRequest request) {
    TrainedModel model = request.model();
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("emovox.run", request.plan().runId());
    tags.put("emovox.split", model.split());
    tags.put("emovox.model", model.settings().name());
    tags.put("emovox.digest.manifest", request.training().manifest().digest().toString());
    tags.put("emovox.digest.split", request.training().split().digest().toString());
    tags.put("emovox.digest.features", request.training().features().digest().toString());
    request
        .training()
        .augmented()
        .ifPresent(
            copies -> {
              tags.put("emovox.digest.augmented_set", copies.set().digest().toString());
              tags.put("emovox.digest.augmented_features", copies.features().digest().toString());
            });
    artifacts(model)
        .forEach(
            artifact ->
                tags.put(
                    "emovox.digest." + artifact.name(), artifact.artifact().digest().toString()));
    return tags;
  }

  private static Stream<NamedArtifact> artifacts(TrainedModel model) {
    return Stream.of(model.fit().stage(), model.evaluation().stage(), model.modelPackage())
        .flatMap(stage -> stage.outputs().stream());
  }

  /** What the registry shows beside a version. */
  static Map<String, String> versionTags(RegistrationRequest request) {
    Candidate model = request.model();
    Scores test = model.evaluation().overall();
    return Map.of(
        "emovox.run", request.plan().runId(),
        "emovox.experiment", request.plan().experiment(),
        "emovox.split", model.split(),
        "emovox.model", model.name(),
        "emovox.accuracy", Double.toString(test.accuracy().value()),
        "emovox.unweighted_average_recall",
            Double.toString(test.unweightedAverageRecall().value()));
  }
}
