package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;
import java.util.Optional;

/** What fine-tuning needs besides a device. */
@ActivityInterface
public interface FineTuningActivities {

  /** Finds or imports the checkpoint, draws the validation part, and writes the training table. */
  PreparedTraining prepare(FineTuningRequest request);

  /**
   * The stage as an earlier run settled it, if its selected epoch's weights and its last epoch's
   * weights and optimiser state are whole. It spares training all epochs again although most of
   * their checkpoints were discarded.
   *
   * @param first the request of the stage's first epoch
   */
  Optional<TrainedStage> findStage(EpochRequest first);

  /** Remembers a stage for {@link #findStage}, then deletes what it discards. */
  void settleStage(SettledStage stage);

  /** A self-contained package that serving can load; output {@code package}. */
  StageResult packNetwork(NetworkPackageRequest request);
}
