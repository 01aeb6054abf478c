package dev.emovox.adapters;

import dev.emovox.contracts.Candidate;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.NamedArtifact;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.BaselineSettings;
import dev.emovox.domain.Scores;
import dev.emovox.domain.SplitSettings;
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
    params.put("split", model.split());
    request.plan().splits().stream()
        .filter(split -> split.name().equals(model.split()))
        .forEach(split -> params.putAll(split(split)));
    params.put("features", request.training().preprocessing().set());
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

  private static Map<String, String> split(SplitSettings split) {
    return Map.of(
        "split_policy", split.policy().name(),
        "train", Double.toString(split.train()),
        "validation", Double.toString(split.validation()),
        "test", Double.toString(split.test()));
  }

  /** Values by MLflow's name of the metric: overall, per corpus and per class. */
  static Map<String, Double> metrics(TrainedModel model) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(
        "validation_unweighted_average_recall", model.fit().validationUnweightedAverageRecall());
    addScores(metrics, "", model.evaluation().overall());
    model
        .evaluation()
        .perCorpus()
        .forEach((corpus, scores) -> addScores(metrics, "_" + corpus, scores));
    model
        .evaluation()
        .perClass()
        .forEach((label, scores) -> metrics.put("recall_" + label, scores.recall()));
    metrics.values().removeIf(value -> !Double.isFinite(value));
    return metrics;
  }

  private static void addScores(Map<String, Double> metrics, String suffix, Scores scores) {
    metrics.put("test_clips" + suffix, (double) scores.clips());
    metrics.put("accuracy" + suffix, scores.accuracy().value());
    metrics.put("weighted_f1" + suffix, scores.weightedF1().value());
    metrics.put("macro_f1" + suffix, scores.macroF1().value());
    metrics.put("unweighted_average_recall" + suffix, scores.unweightedAverageRecall().value());
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
