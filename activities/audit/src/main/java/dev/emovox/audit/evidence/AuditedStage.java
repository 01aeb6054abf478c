package dev.emovox.audit.evidence;

import dev.emovox.contracts.EpochOutcome;
import dev.emovox.contracts.NetworkStageStatus;
import dev.emovox.domain.TrainingStage;
import java.util.Optional;

/**
 * A stage of a network's training.
 *
 * @param network the network
 * @param index from 0
 * @param settings what was asked for
 * @param status what came of it
 */
public record AuditedStage(
    AuditedNetwork network, int index, TrainingStage settings, NetworkStageStatus status) {

  /** How findings name it. */
  public String subject() {
    return network.tested().subject() + ", stage " + settings.name();
  }

  /** The epoch that it ended with, if there is one of that number. */
  public Optional<EpochOutcome> selected() {
    int epoch = status.selectedEpoch();
    return epoch < 1 || epoch > status.epochs().size()
        ? Optional.empty()
        : Optional.of(status.epochs().get(epoch - 1));
  }
}
