package dev.emovox.adapters;

import dev.emovox.artifacts.ArtifactStore;
import dev.emovox.contracts.BaselineTrainingRequest;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedModel;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.tracking.DatasetInput;
import dev.emovox.tracking.MlflowRun;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.RunMetric;
import dev.emovox.tracking.RunOutcome;
import dev.emovox.tracking.RunSpec;
import io.temporal.activity.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records one model on one split as a run below the experiment's run. */
final class ModelRecording {
  private final MlflowTracking tracking;
  private final ArtifactStore store;
  private final ModelTrackingRequest request;

  /** The same for every attempt, so that a repeated metric is not a second one. */
  private final Instant time =
      Instant.ofEpochMilli(Activity.getExecutionContext().getInfo().getScheduledTimestamp());

  ModelRecording(MlflowTracking tracking, ArtifactStore store, ModelTrackingRequest request) {
    this.tracking = tracking;
    this.store = store;
    this.request = request;
  }

  MlflowRun record() {
    MlflowRun run = tracking.findOrCreateRun(spec());
    tracking.logParams(run.runId(), ModelRecords.params(request));
    tracking.logMetrics(run.runId(), metrics());
    tracking.logInputs(run.runId(), inputs());
    logArtifacts(run);
    tracking.terminate(run.runId(), RunOutcome.FINISHED, Instant.now());
    return run;
  }

  private RunSpec spec() {
    TrainedModel model = request.model();
    String name = model.settings().name() + " on " + model.split();
    return new RunSpec(
        request.plan().experiment(),
        String.join("/", request.plan().runId(), model.split(), model.settings().name()),
        name,
        Optional.of(request.parent().runId()),
        ModelRecords.tags(request));
  }

  private List<RunMetric> metrics() {
    return ModelRecords.metrics(request.model()).entrySet().stream()
        .map(metric -> new RunMetric(metric.getKey(), metric.getValue(), time, 0))
        .toList();
  }

  private List<DatasetInput> inputs() {
    BaselineTrainingRequest training = request.training();
    List<DatasetInput> inputs = new ArrayList<>();
    inputs.add(input("manifest", training.manifest()));
    inputs.add(input("split", training.split()));
    inputs.add(input("features", training.features()));
    training
        .augmented()
        .ifPresent(
            copies -> {
              inputs.add(input("augmented-set", copies.set()));
              inputs.add(input("augmented-features", copies.features()));
            });
    return inputs;
  }

  private static DatasetInput input(String name, ArtifactRef artifact) {
    return new DatasetInput(name, artifact.digest(), artifact.uri(), "training");
  }

  private void logArtifacts(MlflowRun run) {
    StageResult test = request.model().evaluation().stage();
    log(run, "report.json", test.output("report"));
    log(run, "confusion-matrix.svg", test.output("confusion-matrix"));
    log(run, "class-distribution.svg", test.output("class-distribution"));
    log(run, "package.json", request.model().modelPackage().output("package"));
  }

  private void log(MlflowRun run, String name, ArtifactRef artifact) {
    tracking.logArtifact(run.runId(), name, store.read(artifact));
  }
}
