package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** Tells MLflow about networks in training. Every call finds what an earlier attempt left. */
@ActivityInterface
public interface TrainingTrackingActivities {

  /** Opens a network's run inside the experiment's, with its settings. */
  TrackedRun openNetwork(FineTuningRequest request);

  /** Opens a stage's run inside the network's. */
  TrackedRun openStage(StageTrackingRequest request);

  /** Records an epoch's scores, once. */
  void recordEpoch(TrackedRun stage, EpochOutcome epoch);

  /** Records what a stage selected and closes its run. */
  void closeStage(TrackedRun stage, TrainedStage trained);

  /** Closes a network's or a stage's run as failed or killed; one that is closed stays as it is. */
  void abandon(AbandonedRun run);

  /** Records test, digests and artefacts of a network and closes its run. */
  void closeNetwork(FineTuningRequest request, FineTunedModel model);
}
