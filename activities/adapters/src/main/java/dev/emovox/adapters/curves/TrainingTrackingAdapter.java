package dev.emovox.adapters.curves;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.StepRow;
import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.domain.ArtifactRef;
import dev.emovox.evaluation.LearningCurvesPicture;
import dev.emovox.tracking.MetricSeries;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.RunMetric;
import dev.emovox.tracking.RunOutcome;
import io.temporal.activity.Activity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells MLflow about networks in training: a run for each network below the experiment's, a run for
 * each stage below the network's. Every call can be repeated: runs are found by their key, and a
 * metric that has a value at a step keeps it.
 */
public final class TrainingTrackingAdapter implements TrainingTrackingActivities {
  private static final String RUNNING = "RUNNING";

  private final MlflowTracking tracking;
  private final TrainingRuns runs;
  private final Stores stores;
  private final Heartbeats heartbeats;

  /** The activities on the given servers. */
  public TrainingTrackingAdapter(MlflowTracking tracking, Stores stores, Heartbeats heartbeats) {
    this.tracking = tracking;
    this.runs = new TrainingRuns(tracking);
    this.stores = stores;
    this.heartbeats = heartbeats;
  }

  @Override
  public TrackedRun openNetwork(FineTuningRequest request) {
    return heartbeats.during(() -> runs.network(request));
  }

  @Override
  public TrackedRun openStage(StageTrackingRequest request) {
    return heartbeats.during(() -> runs.stage(request));
  }

  @Override
  public void recordEpoch(TrackedRun stage, EpochOutcome epoch) {
    heartbeats.during(
        () -> {
          List<RunMetric> points = new ArrayList<>();
          stores
              .tables()
              .rows(epoch.stage().output("steps"), StepRow.class)
              .forEach(step -> points.addAll(CurvePoints.ofStep(step, scheduled())));
          points.addAll(CurvePoints.ofEpoch(epoch, scheduled()));
          tracking.series(stage.runId()).add(points);
          return null;
        });
  }

  @Override
  public void closeStage(TrackedRun stage, TrainedStage trained) {
    heartbeats.during(
        () -> {
          tracking.setTags(stage.runId(), NetworkRecords.tags(trained));
          tracking.terminate(stage.runId(), RunOutcome.FINISHED, scheduled());
          return null;
        });
  }

  @Override
  public void abandon(AbandonedRun run) {
    heartbeats.during(
        () -> {
          String runId = run.run().runId();
          if (tracking.run(runId).status().equals(RUNNING)) {
            tracking.setTags(runId, closingTags(run));
            tracking.terminate(runId, outcome(run.state()), scheduled());
          }
          return null;
        });
  }

  private static RunOutcome outcome(RunState state) {
    return state == RunState.CANCELLED ? RunOutcome.KILLED : RunOutcome.FAILED;
  }

  private static Map<String, String> closingTags(AbandonedRun run) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("emovox.state", run.state() == RunState.CANCELLED ? "cancelled" : "failed");
    if (run.error() != null) {
      tags.put("emovox.error", run.error());
    }
    return tags;
  }

  @Override
  public void closeNetwork(FineTuningRequest request, FineTunedModel model) {
    heartbeats.during(
        () -> {
          String runId = model.trackedRun().runId();
          tracking.setTags(runId, NetworkRecords.tags(model));
          tracking.logInputs(runId, List.of(NetworkRecords.trainingClips(model)));
          MetricSeries series = tracking.series(runId);
          series.add(CurvePoints.points(NetworkRecords.metrics(model), 0, scheduled()));
          logArtifacts(runId, model);
          tracking.terminate(runId, RunOutcome.FINISHED, scheduled());
          return null;
        });
  }

  private void logArtifacts(String runId, FineTunedModel model) {
    StageResult test = model.evaluation().stage();
    log(runId, "report.json", test.output("report"));
    log(runId, "confusion-matrix.svg", test.output("confusion-matrix"));
    log(runId, "class-distribution.svg", test.output("class-distribution"));
    log(runId, "package.json", model.modelPackage().output("package"));
    String curves = LearningCurvesPicture.svg(NetworkRecords.curves(model.stages()));
    tracking.logArtifact(runId, "learning-curves.svg", curves.getBytes(StandardCharsets.UTF_8));
  }

  private void log(String runId, String name, ArtifactRef artifact) {
    tracking.logArtifact(runId, name, stores.artifacts().read(artifact));
  }

  /** The same for every attempt. */
  private static Instant scheduled() {
    return Instant.ofEpochMilli(Activity.getExecutionContext().getInfo().getScheduledTimestamp());
  }
}
