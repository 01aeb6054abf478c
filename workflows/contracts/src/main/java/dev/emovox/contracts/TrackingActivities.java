package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Tells MLflow about the run. Every call finds what an earlier attempt left. */
@ActivityInterface
public interface TrackingActivities {

  /** Opens the experiment's run. */
  TrackedRun openRun(ExperimentPlan plan);

  /** Records one model as a nested run: parameters, metrics, inputs, digests and artefacts. */
  TrackedRun recordModel(ModelTrackingRequest request);

  /** Registers a package; a package that is registered already keeps its version. */
  RegisteredVersion register(RegistrationRequest request);

  /** Closes the experiment's run as finished, failed or killed, with the run's summary. */
  void closeRun(TrackedRun run, RunStatus status);
}
