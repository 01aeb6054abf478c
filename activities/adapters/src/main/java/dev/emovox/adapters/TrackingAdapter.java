package dev.emovox.adapters;

import dev.emovox.contracts.ExperimentPlan;
import dev.emovox.contracts.ModelTrackingRequest;
import dev.emovox.contracts.RegisteredVersion;
import dev.emovox.contracts.RegistrationRequest;
import dev.emovox.contracts.RunState;
import dev.emovox.contracts.RunStatus;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrackingActivities;
import dev.emovox.domain.Digest;
import dev.emovox.tracking.MlflowRun;
import dev.emovox.tracking.MlflowTracking;
import dev.emovox.tracking.ModelRegistry;
import dev.emovox.tracking.ModelVersion;
import dev.emovox.tracking.RunOutcome;
import dev.emovox.tracking.RunSpec;
import dev.emovox.tracking.VersionRequest;

/**
 * Tells MLflow about runs and models, and keeps the record of each run in S3. Every call can be
 * repeated: runs are found by their key and versions by their digest.
 */
public final class TrackingAdapter implements TrackingActivities {
  private final MlflowTracking tracking;
  private final ModelRegistry registry;
  private final Stores stores;
  private final Heartbeats heartbeats;
  private final RunRecording records;
  private final ReportRecording report;

  /** The activities on the given servers. */
  public TrackingAdapter(
      MlflowTracking tracking, ModelRegistry registry, Stores stores, Heartbeats heartbeats) {
    this.tracking = tracking;
    this.registry = registry;
    this.stores = stores;
    this.heartbeats = heartbeats;
    this.records = new RunRecording(stores.runs());
    this.report = new ReportRecording(stores, tracking);
  }

  @Override
  public TrackedRun openRun(ExperimentPlan plan) {
    return heartbeats.during(
        () -> {
          records.opened(plan);
          MlflowRun run =
              tracking.findOrCreateRun(
                  RunSpec.of(plan.experiment(), plan.runId(), plan.runId())
                      .tagged(RunRecords.tags(plan)));
          tracking.logParams(run.runId(), RunRecords.params(plan));
          tracking.logArtifact(run.runId(), "experiment.yaml", RunRecords.configuration(plan));
          return tracked(run);
        });
  }

  @Override
  public TrackedRun recordModel(ModelTrackingRequest request) {
    return heartbeats.during(
        () -> tracked(new ModelRecording(tracking, stores.artifacts(), request).record()));
  }

  @Override
  public RegisteredVersion register(RegistrationRequest request) {
    Digest digest = request.model().modelPackage().output("package").digest();
    VersionRequest version =
        new VersionRequest(
            request.plan().registration().modelName(),
            digest,
            stores.packages().folder(digest),
            request.trackedModel().runId(),
            ModelRecords.versionTags(request));
    ModelVersion registered = heartbeats.during(() -> registry.register(version));
    return new RegisteredVersion(registered.name(), registered.version(), digest);
  }

  @Override
  public void closeRun(TrackedRun run, RunStatus status) {
    heartbeats.during(
        () -> {
          records.closed(status);
          tracking.setTags(run.runId(), RunRecords.closingTags(status));
          report.record(run, status);
          tracking.terminate(run.runId(), outcome(status.state()), RunRecords.ended(status));
          return null;
        });
  }

  private static RunOutcome outcome(RunState state) {
    return switch (state) {
      case DONE -> RunOutcome.FINISHED;
      case CANCELLED -> RunOutcome.KILLED;
      case FAILED, RUNNING, WAITING -> RunOutcome.FAILED;
    };
  }

  private static TrackedRun tracked(MlflowRun run) {
    return new TrackedRun(run.experimentId(), run.runId(), run.url());
  }
}
