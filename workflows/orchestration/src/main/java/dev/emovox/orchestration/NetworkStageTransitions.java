package dev.emovox.orchestration;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.contracts.RunningEpoch;
import dev.emovox.contracts.TrainedStage;
import java.util.ArrayList;
import java.util.List;

/** The states that a stage of fine-tuning goes through. */
final class NetworkStageTransitions {
  private NetworkStageTransitions() {}

  /** The same stage, whose running epoch is further on; what is told of an ended epoch is late. */
  static NetworkStageStatus running(NetworkStageStatus stage, RunningEpoch told) {
    if (told.epoch() <= stage.epochs().size()) {
      return stage;
    }
    return new NetworkStageStatus(
        stage.name(),
        stage.planned(),
        stage.epochs(),
        further(stage.running(), told),
        0,
        null,
        false);
  }

  /** Another epoch, or fewer clips than before, are another attempt with a speed of its own. */
  private static RunningEpoch further(RunningEpoch before, RunningEpoch told) {
    if (before == null || before.epoch() != told.epoch() || before.clips() > told.clips()) {
      return told;
    }
    return new RunningEpoch(
        told.epoch(), before.startedAtMillis(), before.clipsAtStart(), told.clips(), told.total());
  }

  /** The same stage without an epoch under way. */
  static NetworkStageStatus withoutRunning(NetworkStageStatus stage) {
    return new NetworkStageStatus(
        stage.name(),
        stage.planned(),
        stage.epochs(),
        null,
        stage.selectedEpoch(),
        stage.selection(),
        stage.stoppedEarly());
  }

  /** The same stage with one epoch more; an epoch that is trained again follows the ones before. */
  static NetworkStageStatus with(NetworkStageStatus stage, EpochOutcome epoch) {
    List<EpochOutcome> epochs = new ArrayList<>(stage.epochs());
    while (epochs.size() >= epoch.epoch()) {
      epochs.remove(epochs.size() - 1);
    }
    epochs.add(epoch);
    return new NetworkStageStatus(stage.name(), stage.planned(), epochs, null, 0, null, false);
  }

  /** The same stage, ended. */
  static NetworkStageStatus ended(NetworkStageStatus stage, TrainedStage trained) {
    return new NetworkStageStatus(
        stage.name(),
        stage.planned(),
        trained.epochs(),
        null,
        trained.selectedEpoch(),
        trained.selection(),
        trained.stoppedEarly());
  }
}
