package dev.emovox.orchestration;

import dev.emovox.contracts.AbandonedRun;
import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.FineTunedModel;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.StageTrackingRequest;
import dev.emovox.contracts.TrackedRun;
import dev.emovox.contracts.TrainedStage;
import dev.emovox.contracts.TrainingTrackingActivities;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
final class FakeTrainingTracking implements TrainingTrackingActivities {
  final List<AbandonedRun> abandoned = new CopyOnWriteArrayList<>();
  final List<TrainedStage> closedStages = new CopyOnWriteArrayList<>();
  final List<FineTunedModel> closedNetworks = new CopyOnWriteArrayList<>();
  private final Journal journal;

  FakeTrainingTracking(Journal journal) {
    this.journal = journal;
  }

  @Override
  public TrackedRun openNetwork(FineTuningRequest request) {
    journal.note("open network");
    return run(request.settings().name());
  }

  @Override
  public TrackedRun openStage(StageTrackingRequest request) {
    String stage = request.request().settings().stages().get(request.stageIndex()).name();
    journal.note("open " + stage);
    return run(request.network().runId() + "-" + stage);
  }

  @Override
  public void recordEpoch(TrackedRun stage, EpochOutcome epoch) {
    journal.note("record " + stage.runId() + " epoch " + epoch.epoch());
  }

  @Override
  public void closeStage(TrackedRun stage, TrainedStage trained) {
    journal.note("close " + trained.name());
    closedStages.add(trained);
  }

  @Override
  public void abandon(AbandonedRun run) {
    journal.note("abandon " + run.run().runId());
    abandoned.add(run);
  }

  @Override
  public void closeNetwork(FineTuningRequest request, FineTunedModel model) {
    journal.note("close network");
    closedNetworks.add(model);
  }

  private static TrackedRun run(String id) {
    return new TrackedRun("1", id, "http://localhost/" + id);
  }
}
