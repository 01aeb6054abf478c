package dev.emovox.contracts;

import io.temporal.activity.ActivityInterface;

/** What fine-tuning needs besides a device. */
@ActivityInterface
public interface FineTuningActivities {

  /** Finds or imports the checkpoint, draws the validation part, and writes the training table. */
  PreparedTraining prepare(FineTuningRequest request);

  /** A self-contained package that serving can load; output {@code package}. */
  StageResult packNetwork(NetworkPackageRequest request);

  /** Deletes checkpoints of epochs that no one will go on from. */
  void discardCheckpoints(DiscardRequest request);
}
