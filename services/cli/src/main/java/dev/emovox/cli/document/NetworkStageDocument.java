package dev.emovox.cli.document;

import dev.emovox.contracts.NetworkStageStatus;
import java.util.List;
import java.util.Optional;

/**
 * One stage of a network's training.
 *
 * @param planned epochs at most
 * @param epochs that ended
 * @param running the epoch that a device works at, or null
 * @param selectedEpoch the one it ended with; null until then
 * @param selection by which rule, in words; null until then
 */
public record NetworkStageDocument(
    String name,
    int planned,
    List<EpochDocument> epochs,
    Running running,
    Integer selectedEpoch,
    String selection,
    boolean stoppedEarly) {

  /**
   * How far an epoch is.
   *
   * @param clips training clips done
   * @param total training clips of the epoch
   */
  public record Running(int epoch, long clips, long total) {}

  static NetworkStageDocument of(NetworkStageStatus stage) {
    return new NetworkStageDocument(
        stage.name(),
        stage.planned(),
        stage.epochs().stream().map(EpochDocument::of).toList(),
        Optional.ofNullable(stage.running())
            .map(epoch -> new Running(epoch.epoch(), epoch.clips(), epoch.total()))
            .orElse(null),
        stage.selectedEpoch() == 0 ? null : stage.selectedEpoch(),
        stage.selection(),
        stage.stoppedEarly());
  }
}
