package dev.emovox.adapters.stages;

import dev.emovox.adapters.Heartbeats;
import dev.emovox.adapters.Stores;
import dev.emovox.adapters.network.CacheFolder;
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
@SuppressWarnings("UnusedVariable") // what it is told is used as soon as it does something
public final class FineTuningAdapter implements FineTuningActivities {

  /**
   * The activities on the given stores.
   *
   * @param cache where packages are put together
   * @param programVersion what packages name as the program that made them
   */
  public FineTuningAdapter(
      Stores stores, Heartbeats heartbeats, CacheFolder cache, String programVersion) {}

  @Override
  public PreparedTraining prepare(FineTuningRequest request) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public Optional<TrainedStage> findStage(EpochRequest first) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public void settleStage(SettledStage stage) {
    throw new UnsupportedOperationException("not built yet");
  }

  @Override
  public StageResult packNetwork(NetworkPackageRequest request) {
    throw new UnsupportedOperationException("not built yet");
  }
}
