package dev.emovox.adapters.stages;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.epochs.TrainingSettings;
import dev.emovox.contracts.EpochRequest;
import dev.emovox.contracts.FineTuningActivities;
import dev.emovox.contracts.FineTuningRequest;
import dev.emovox.contracts.NetworkPackageRequest;
import dev.emovox.contracts.PreparedTraining;
import dev.emovox.contracts.SettledStage;
import dev.emovox.contracts.StageResult;
import dev.emovox.contracts.TrainedStage;
import java.util.Optional;

/** What fine-tuning needs besides a device: preparing, remembering stages, packing. */
public final class FineTuningAdapter implements FineTuningActivities {
  private final PrepareStage preparing;
  private final SettledStages settled;
  private final NetworkPackaging packing;
  private final Heartbeats heartbeats;

  /**
   * The activities on the given stores.
   *
   * @param settings of this process: where packages are put together, and with which libtorch
   * @param programVersion what packages name as the program that made them
   */
  public FineTuningAdapter(
      Stores stores, Heartbeats heartbeats, TrainingSettings settings, String programVersion) {
    StartingCheckpoints checkpoints = new StartingCheckpoints(stores, settings.cache());
    this.preparing = new PrepareStage(stores, checkpoints, heartbeats);
    this.settled = new SettledStages(stores);
    this.packing = new NetworkPackaging(stores, checkpoints, settings, programVersion);
    this.heartbeats = heartbeats;
  }

  @Override
  public PreparedTraining prepare(FineTuningRequest request) {
    return preparing.run(request);
  }

  @Override
  public Optional<TrainedStage> findStage(EpochRequest first) {
    return heartbeats.during(() -> settled.find(first));
  }

  @Override
  public void settleStage(SettledStage stage) {
    heartbeats.during(
        () -> {
          settled.settle(stage);
          return null;
        });
  }

  @Override
  public StageResult packNetwork(NetworkPackageRequest request) {
    return heartbeats.during(() -> packing.run(request));
  }
}
