package dev.emovox.adapters.curves;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import dev.emovox.tracking.MlflowTracking;

/** Tells MLflow about networks in training. */
@SuppressWarnings("UnusedVariable") // what it is told is used as soon as it does something
public final class TrainingTrackingAdapter implements TrainingTrackingActivities {

  /** The activities on the given servers. */
  public TrainingTrackingAdapter(MlflowTracking tracking, Stores stores, Heartbeats heartbeats) {}

  @Override
  public TrackedRun openNetwork(FineTuningRequest request) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public TrackedRun openStage(StageTrackingRequest request) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void recordEpoch(TrackedRun stage, EpochOutcome epoch) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void closeStage(TrackedRun stage, TrainedStage trained) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void abandon(AbandonedRun run) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void closeNetwork(FineTuningRequest request, FineTunedModel model) {
    throw new UnsupportedOperationException("not built yet");
  }
}
